package org.relais.keycloak.rest.representation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.relais.keycloak.directory.People;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.journal.Journal;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.rest.http.RequestContext;

/** The people whom grants or lines of the journal mention; whoever has acted may be an administrator of the server. */
public final class ReferencedPeople {

    private final People people;

    public ReferencedPeople(RequestContext call) {
        this.people = new People(new RealmContext(call.session(), call.realm(), call.clock()));
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
