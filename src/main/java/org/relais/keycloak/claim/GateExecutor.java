package org.relais.keycloak.claim;

import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.OAuthErrorException;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.TokenExchangeContext;
import org.keycloak.protocol.oidc.grants.ciba.clientpolicy.context.BackchannelTokenResponseContext;
import org.keycloak.protocol.oidc.grants.device.clientpolicy.context.DeviceTokenResponseContext;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.ClientPolicyClientSessionContext;
import org.keycloak.services.clientpolicy.context.ImplicitHybridTokenResponse;
import org.keycloak.services.clientpolicy.context.JWTAuthorizationGrantContext;
import org.keycloak.services.clientpolicy.context.ResourceOwnerPasswordCredentialsResponseContext;
import org.keycloak.services.clientpolicy.context.TokenExchangeRequestContext;
import org.keycloak.services.clientpolicy.context.TokenRequestContext;
import org.keycloak.services.clientpolicy.context.UserInfoRequestContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/**
 * The gate wherever a token or what stands behind it is asked for: code, refresh, password, device, CIBA, hybrid, token
 * exchange, assertion, user info. It is the one that no client gets round, whatever flow it uses.
 */
final class GateExecutor implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {

    private final KeycloakSession session;
    private final Clock clock;

    GateExecutor(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    @Override
    public String getProviderId() {
        return GateExecutorFactory.PROVIDER_ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        if (context instanceof TokenExchangeRequestContext exchange) {
            refuseExchange(exchange.getTokenExchangeContext());
            return;
        }
        if (context instanceof JWTAuthorizationGrantContext assertion) {
            refuseAssertion(assertion);
            return;
        }
        if (context instanceof TokenRequestContext) {
            // The same code is looked at once more when its tokens are made, and refused with the error it should have.
            return;
        }
        AuthenticatedClientSessionModel asking = clientSessionOf(context);
        if (asking != null && asking.getUserSession() != null) {
            refuse(asking.getClient(), asking.getUserSession().getUser(), isSignIn(context), refusalAt(context));
        }
    }

    /** The user info has words of its own (RFC 6750), and Keycloak knows no others there. */
    private static Refused refusalAt(ClientPolicyContext context) {
        return context instanceof UserInfoRequestContext
                ? new Refused(OAuthErrorException.INSUFFICIENT_SCOPE, Status.FORBIDDEN)
                : Refused.AT_TOKENS;
    }

    private record Refused(String error, Status status) {

        static final Refused AT_TOKENS = new Refused(OAuthErrorException.ACCESS_DENIED, Status.BAD_REQUEST);
    }

    /** Whether no step of a flow has let the person through before. */
    private static boolean isSignIn(ClientPolicyContext context) {
        return !(context instanceof ClientPolicyClientSessionContext)
                && !(context instanceof ImplicitHybridTokenResponse);
    }

    private static AuthenticatedClientSessionModel clientSessionOf(ClientPolicyContext context) {
        if (context instanceof ClientPolicyClientSessionContext with) {
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

    /**
     * The token has not been checked yet. To refuse on its word is safe: a forged one is refused by Keycloak itself, and a
     * true one says who it is of.
     */
    private void refuseExchange(TokenExchangeContext exchange) throws ClientPolicyException {
        UserModel person = personOf(exchange.getParams().getSubjectToken());
        if (person == null) {
            return;
        }
        Stream<String> audiences =
                Optional.ofNullable(exchange.getParams().getAudience()).stream().flatMap(audience -> audience.stream());
        for (ClientModel client : Stream.concat(
                        Stream.of(exchange.getClient()),
                        audiences.map(exchange.getRealm()::getClientByClientId).filter(it -> it != null))
                .toList()) {
            refuse(client, person, true, Refused.AT_TOKENS);
        }
    }

    /** Somebody whom another server vouches for; whoever is not known here is refused by Keycloak itself. */
    private void refuseAssertion(JWTAuthorizationGrantContext assertion) throws ClientPolicyException {
        FederatedIdentityModel elsewhere = new FederatedIdentityModel(
                assertion.getIdentityProviderAlias(),
                assertion.getAuthorizationGrantContext().getJWT().getSubject(),
                null);
        UserModel person =
                session.users().getUserByFederatedIdentity(session.getContext().getRealm(), elsewhere);
        if (person != null) {
            refuse(assertion.getClient(), person, true, Refused.AT_TOKENS);
        }
    }

    private UserModel personOf(String token) {
        try {
            RealmModel realm = session.getContext().getRealm();
            String subject = token == null
                    ? null
                    : new JWSInput(token).readJsonContent(JsonWebToken.class).getSubject();
            return subject == null ? null : session.users().getUserById(realm, subject);
        } catch (JWSInputException notAToken) {
            return null;
        }
    }

    private void refuse(ClientModel client, UserModel person, boolean signIn, Refused refused)
            throws ClientPolicyException {
        if (person.getServiceAccountClientLink() != null) {
            return;
        }
        Gate gate = new Gate(session, session.getContext().getRealm(), clock);
        Optional<ClosedApplication> closed =
                signIn ? gate.refusalOfSignIn(client, person) : gate.refusal(client, person);
        if (closed.isPresent()) {
            throw new ClientPolicyException(
                    refused.error(),
                    "No group of the person opens the application " + client.getClientId() + " now",
                    refused.status());
        }
    }
}
