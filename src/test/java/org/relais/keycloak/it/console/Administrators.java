package org.relais.keycloak.it.console;

import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.server.Roles;
import org.relais.keycloak.it.support.server.TestRealm;

/** People of a realm with some of the rights of administrators. */
final class Administrators {

    private Administrators() {}

    /** Somebody with a role of the client {@code realm-management}; the name is returned. */
    static String with(TestRealm realm, String role) {
        TestPerson person =
                TestPerson.aPerson().identifiedBy("avec." + role).whoSignsIn().in(realm);
        Roles.of(realm).giveAdministration("/users/" + person.id(), role);
        return person.username();
    }
}
