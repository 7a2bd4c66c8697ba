package org.relais.keycloak.rest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.relais.keycloak.directory.People;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.journal.Journal;

/** The people whom grants or lines of the journal mention; whoever has acted may be an administrator of the server. */
final class Mentioned {

    private final People people;

    Mentioned(Call call) {
        this.people = new People(call.session(), call.realm());
    }

    /** Each may be null, or more than once. */
    Map<String, Person> withIds(Stream<String> persons, Stream<String> actors) {
        List<String> acting = known(actors);
        Map<String, Person> found = new HashMap<>(people.withIds(known(Stream.concat(persons, acting.stream()))));
        found.putAll(people.administratorsWithIds(
                acting.stream().filter(id -> !found.containsKey(id)).toList()));
        return found;
    }

    private static List<String> known(Stream<String> ids) {
        return ids.filter(Objects::nonNull)
                .filter(id -> !id.equals(Journal.SYSTEM))
                .distinct()
                .toList();
    }
}
