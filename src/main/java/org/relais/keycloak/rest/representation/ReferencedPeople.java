package org.relais.keycloak.rest.representation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.relais.keycloak.directory.People;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.journal.Journal;
import org.relais.keycloak.rest.http.RequestContext;

/** Looks up the people whom grants and journal entries mention; an actor may be an administrator of the master realm. */
public final class ReferencedPeople {

    private final People people;

    public ReferencedPeople(RequestContext call) {
        this.people = new People(call.context());
    }

    /** Each may be null, or more than once. */
    public Map<String, Person> withIds(Stream<String> persons, Stream<String> actors) {
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
