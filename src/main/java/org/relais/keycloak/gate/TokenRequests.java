package org.relais.keycloak.gate;

import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.protocol.oidc.grants.ciba.clientpolicy.context.BackchannelTokenResponseContext;
import org.keycloak.protocol.oidc.grants.device.clientpolicy.context.DeviceTokenResponseContext;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.context.ClientPolicyClientSessionContext;
import org.keycloak.services.clientpolicy.context.ImplicitHybridTokenResponse;
import org.keycloak.services.clientpolicy.context.JWTAuthorizationGrantContext;
import org.keycloak.services.clientpolicy.context.ResourceOwnerPasswordCredentialsResponseContext;
import org.keycloak.services.clientpolicy.context.TokenExchangeRequestContext;
import org.keycloak.services.clientpolicy.context.TokenRequestContext;

/** Tells which of Keycloak's client-policy events the gate checks, and whose client session each is about. */
final class TokenRequests {

    private TokenRequests() {}

    static boolean areChecked(ClientPolicyContext context) {
        return context instanceof TokenExchangeRequestContext
                || context instanceof JWTAuthorizationGrantContext
                || clientSessionOf(context) != null;
    }

    /** Whether this is the first check of a sign-in: no step of a flow has let the person pass before. */
    static boolean isSignIn(ClientPolicyContext context) {
        return !(context instanceof ClientPolicyClientSessionContext)
                && !(context instanceof ImplicitHybridTokenResponse);
    }

    /** Null where there is no client session, or where a later event is about the same one. */
    static AuthenticatedClientSessionModel clientSessionOf(ClientPolicyContext context) {
        if (context instanceof TokenRequestContext) {
            // The same code is checked again when its tokens are made, and refused with the error it should have.
            return null;
        } else if (context instanceof ClientPolicyClientSessionContext with) {
            return with.getClientSession();
        } else if (context instanceof ResourceOwnerPasswordCredentialsResponseContext password) {
            return password.getClientSessionContext().getClientSession();
        } else if (context instanceof ImplicitHybridTokenResponse hybrid) {
            return hybrid.getClientSessionContext().getClientSession();
        } else if (context instanceof DeviceTokenResponseContext device) {
            return device.getClientSession();
        } else if (context instanceof BackchannelTokenResponseContext ciba) {
            return ciba.getClientSessionContext().getClientSession();
        }
        return null;
    }
}
