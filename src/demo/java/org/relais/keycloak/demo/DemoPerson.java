package org.relais.keycloak.demo;

import java.util.List;

/**
 * Somebody in the demo directory.
 *
 * @param function null for a person without a trade in the directory
 * @param schools the schools of the official record; empty while it has not arrived
 * @param administrator whether the person administers the realm
 */
record DemoPerson(
        String username,
        String firstName,
        String lastName,
        DemoFunction function,
        List<DemoSchool> schools,
        boolean administrator) {

    static DemoPerson working(Name name, DemoFunction function, DemoSchool... schools) {
        return new DemoPerson(name.identifier(), name.first(), name.last(), function, List.of(schools), false);
    }

    static DemoPerson administrator(Name name) {
        return new DemoPerson(name.identifier(), name.first(), name.last(), null, List.of(), true);
    }

    DemoPerson withUsername(String username) {
        return new DemoPerson(username, firstName, lastName, function, schools, administrator);
    }
}
