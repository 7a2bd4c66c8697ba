package org.relais.keycloak.it.gate;

import java.util.Map;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.OtherRealm;
import org.relais.keycloak.it.support.server.TestRealm;

/** The realm of the applications, the one where people may sign in instead, and what is kept of earlier. */
record GateScenario(TestRealm realm, OtherRealm elsewhere, Map<String, Tokens> tokens) {

    void keep(TestPerson person, Tokens kept) {
        tokens.put(person.id(), kept);
    }

    Tokens kept(TestPerson person) {
        return tokens.get(person.id());
    }
}
