package org.relais.keycloak.gate;

import java.time.Clock;
import java.util.stream.Stream;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.cors.Cors;
import org.relais.keycloak.platform.RealmContext;

/**
 * The gate at grants about which Keycloak asks no client policy. It acts in realms where somebody has installed some part of the
 * gate, whether or not the server asks client policies.
 */
record GateBesidePolicies(KeycloakSession session, Clock clock) {

    boolean acts() {
        return new GateSetup(new RealmContext(session, realm(), clock)).isWanted();
    }

    /** Answers for the token endpoint that the first closed application of some is closed to a person; null for nobody known. */
    void require(Stream<ClientModel> clients, UserModel person, EventBuilder event, Cors cors) {
        Gate gate = new Gate(new RealmContext(session, realm(), clock));
        if (person != null && person.getServiceAccountClientLink() != null) {
            return;
        }
        clients.filter(gate::guards)
                .filter(client -> person == null
                        ? !gate.observes()
                        : gate.refusalOfSignIn(client, person).isPresent())
                .findFirst()
                .ifPresent(client -> refuse(client, event, cors));
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }

    private static void refuse(ClientModel client, EventBuilder event, Cors cors) {
        event.error(Errors.ACCESS_DENIED);
        throw AccessDeniedResponse.atTokens(client, cors);
    }
}
