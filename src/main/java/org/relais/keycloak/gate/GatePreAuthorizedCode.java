package org.relais.keycloak.gate;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.grants.PreAuthorizedCodeGrantType;
import org.keycloak.representations.AuthorizationDetailsJSONRepresentation;

/** The gate at the pre-authorized code of OID4VCI, which may have been given while the application was open. */
final class GatePreAuthorizedCode extends PreAuthorizedCodeGrantType {

    private final Clock clock;

    GatePreAuthorizedCode(Clock clock) {
        this.clock = clock;
    }

    /** Keycloak calls it once it knows the person, before it makes the tokens. */
    @Override
    protected void afterAuthorizationDetailsProcessed(
            UserSessionModel userSession,
            ClientSessionContext clientSession,
            List<AuthorizationDetailsJSONRepresentation> details) {
        GateBesidePolicies gate = new GateBesidePolicies(session, clock);
        if (gate.acts()) {
            gate.require(Stream.of(clientSession.getClientSession().getClient()), userSession.getUser(), event, cors);
        }
        super.afterAuthorizationDetailsProcessed(userSession, clientSession, details);
    }
}
