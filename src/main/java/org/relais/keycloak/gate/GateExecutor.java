package org.relais.keycloak.gate;

import jakarta.ws.rs.core.Response.Status;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.TokenExchangeContext;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.JWTAuthorizationGrantContext;
import org.keycloak.services.clientpolicy.context.TokenExchangeRequestContext;
import org.keycloak.services.clientpolicy.context.UserInfoRequestContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.relais.keycloak.platform.RealmContext;

/**
 * The gate wherever an application asks for a token or for user info: code, refresh, password, device, CIBA, hybrid, token
 * exchange, assertion. No client gets round it, whatever flow it uses.
 */
record GateExecutor(KeycloakSession session, Clock clock)
        implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {

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
        AuthenticatedClientSessionModel asking = TokenRequests.clientSessionOf(context);
        if (asking != null && asking.getUserSession() != null) {
            refuse(
                    asking.getClient(),
                    asking.getUserSession().getUser(),
                    TokenRequests.isSignIn(context),
                    refusalAt(context));
        }
    }

    /** The user info endpoint has error codes of its own (RFC 6750), and Keycloak knows no others there. */
    private static Refused refusalAt(ClientPolicyContext context) {
        return context instanceof UserInfoRequestContext
                ? new Refused(OAuthErrorException.INSUFFICIENT_SCOPE, Status.FORBIDDEN)
                : Refused.AT_TOKENS;
    }

    private record Refused(String error, Status status) {

        static final Refused AT_TOKENS = new Refused(OAuthErrorException.ACCESS_DENIED, Status.BAD_REQUEST);
    }

    private void refuseExchange(TokenExchangeContext exchange) throws ClientPolicyException {
        List<ClientModel> guarded = guardedBy(exchange);
        if (guarded.isEmpty()) {
            return;
        }
        UserModel person = null;
        if (isForItsOwner(exchange)) {
            person = new TokenSubject(session, exchange.getRealm())
                    .of(exchange.getParams().getSubjectToken())
                    .orElse(null);
            if (person == null) {
                refuseToken();
                return;
            }
        }
        for (ClientModel client : guarded) {
            refuse(client, person, true, Refused.AT_TOKENS);
        }
    }

    /** The guarded applications that would take the new token. */
    private List<ClientModel> guardedBy(TokenExchangeContext exchange) {
        RealmModel realm = exchange.getRealm();
        Stream<String> audiences =
                Optional.ofNullable(exchange.getParams().getAudience()).stream().flatMap(List::stream);
        return Stream.concat(
                        Stream.of(exchange.getClient()),
                        audiences.map(realm::getClientByClientId).filter(Objects::nonNull))
                .distinct()
                .filter(gate()::guards)
                .toList();
    }

    /** Whether the new token is for the owner of a token of this realm (the preview of token exchange allows others). */
    private static boolean isForItsOwner(TokenExchangeContext exchange) {
        return exchange.getParams().getSubjectToken() != null
                && exchange.getParams().getSubjectIssuer() == null
                && !exchange.getFormParams().containsKey(OAuth2Constants.REQUESTED_SUBJECT);
    }

    /** As Keycloak refuses it, whomever it names. A gate that only observes leaves that to Keycloak. */
    private void refuseToken() throws ClientPolicyException {
        if (!gate().observes()) {
            throw new ClientPolicyException(OAuthErrorException.INVALID_REQUEST, "Invalid token", Status.BAD_REQUEST);
        }
    }

    /** The assertion of another server says who the person is. */
    private void refuseAssertion(JWTAuthorizationGrantContext assertion) throws ClientPolicyException {
        FederatedIdentityModel elsewhere = new FederatedIdentityModel(
                assertion.getIdentityProviderAlias(),
                assertion.getAuthorizationGrantContext().getJWT().getSubject(),
                null);
        RealmModel realm = session.getContext().getRealm();
        refuse(
                assertion.getClient(),
                session.users().getUserByFederatedIdentity(realm, elsewhere),
                true,
                Refused.AT_TOKENS);
    }

    /** @param person null where nobody can tell who it is: then a guarded application stays closed */
    private void refuse(ClientModel client, UserModel person, boolean signIn, Refused refused)
            throws ClientPolicyException {
        Gate gate = gate();
        if (!gate.guards(client) || person != null && person.getServiceAccountClientLink() != null) {
            return;
        }
        if (person == null ? !gate.observes() : isClosed(gate, client, person, signIn)) {
            throw new ClientPolicyException(refused.error(), AccessDeniedResponse.reason(client), refused.status());
        }
    }

    private Gate gate() {
        return new Gate(new RealmContext(session, session.getContext().getRealm(), clock));
    }

    private static boolean isClosed(Gate gate, ClientModel client, UserModel person, boolean signIn) {
        return (signIn ? gate.refusalOfSignIn(client, person) : gate.refusal(client, person)).isPresent();
    }
}
