package org.relais.keycloak.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All the people of the demo, the cast first, each with an identifier of their own. */
final class DemoDirectory {

    private final Map<String, Integer> namesakes = new HashMap<>();

    static List<DemoPerson> people() {
        var directory = new DemoDirectory();
        return Stream.concat(Cast.PEOPLE.stream(), Crowd.people().stream())
                .map(directory::identified)
                .toList();
    }

    /** The first keeps {@code prenom.nom}, namesakes become {@code prenom.nom1}, {@code prenom.nom2} … */
    private DemoPerson identified(DemoPerson person) {
        int earlier = namesakes.merge(person.username(), 1, Integer::sum) - 1;
        return earlier == 0 ? person : person.withUsername(person.username() + earlier);
    }
}
