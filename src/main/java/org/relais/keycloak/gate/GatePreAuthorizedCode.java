package org.relais.keycloak.gate;

import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.util.List;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Errors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.grants.PreAuthorizedCodeGrantType;
import org.keycloak.representations.AuthorizationDetailsJSONRepresentation;
import org.keycloak.services.CorsErrorResponseException;
import org.relais.keycloak.platform.RealmContext;

/**
 * The gate at the pre-authorized code of OID4VCI. Keycloak asks no client policy about it, and the code may have been given
 * while the application was open. It acts in realms whose client policies have the gate, whether or not Keycloak asks them.
 */
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
        if (new GateClientPolicyInstaller(session, realm).isConfigured()) {
            ClientModel asking = clientSession.getClientSession().getClient();
            new Gate(new RealmContext(session, realm, clock))
                    .refusalOfSignIn(asking, userSession.getUser())
                    .ifPresent(closed -> refuse(closed.client()));
        }
        super.afterAuthorizationDetailsProcessed(userSession, clientSession, details);
    }

    private void refuse(ClientModel asking) {
        event.error(Errors.ACCESS_DENIED);
        throw new CorsErrorResponseException(
                cors, OAuthErrorException.ACCESS_DENIED, AccessDeniedResponse.reason(asking), Status.BAD_REQUEST);
    }
}
