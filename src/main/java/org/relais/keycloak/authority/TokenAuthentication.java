package org.relais.keycloak.authority;

import java.util.Optional;
import java.util.Set;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RoleModel;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AppAuthManager.BearerTokenAuthenticator;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.NotAllowed;
import org.relais.keycloak.problem.NotAuthenticated;
import org.relais.keycloak.problem.NotFound;
import org.relais.keycloak.problem.Problem;

/**
 * Which tokens the managers' API accepts: those of the realm in the address, of a person, issued to the account console or
 * expressly for the audience {@value #AUDIENCE}. Every client's token carries the audience {@code account}, so that this
 * audience alone proves nothing.
 */
public final class TokenAuthentication {

    public static final String AUDIENCE = "relais";

    /** Role of an application's client. Who has it may read who has access to the application. */
    public static final String FEED_ROLE = "relais-feed";

    private static final String ACCOUNT = Constants.ACCOUNT_MANAGEMENT_CLIENT_ID;

    private TokenAuthentication() {}

    /** The person, client and token of the request; throws a refusal for any other caller. */
    public static AuthResult admit(KeycloakSession session) {
        AuthResult result = authenticate(session);
        if (result.user().getServiceAccountClientLink() != null) {
            throw new NotAllowed(Problem.general(AuthorityProblem.NOT_ALLOWED_SERVICE_ACCOUNT));
        }
        return result;
    }

    /**
     * The client whose feed a service account may read: its token carries the role {@value #FEED_ROLE} of that client, and it
     * still has it. Any other client does not exist for it.
     */
    public static ClientModel admitToFeed(KeycloakSession session, String clientId) {
        AuthResult result = authenticate(session);
        if (result.user().getServiceAccountClientLink() == null) {
            throw new NotAllowed(Problem.general(AuthorityProblem.NOT_ALLOWED_FEED));
        }
        ClientModel client = session.getContext().getRealm().getClientByClientId(clientId);
        AccessToken.Access access = result.token().getResourceAccess(clientId);
        RoleModel role = client == null ? null : client.getRole(FEED_ROLE);
        if (role == null
                || access == null
                || !access.isUserInRole(FEED_ROLE)
                || !result.user().hasRole(role)) {
            throw new NotFound(CommonProblem.NOT_FOUND_FEED);
        }
        return client;
    }

    private static AuthResult authenticate(KeycloakSession session) {
        AuthResult result = Optional.ofNullable(new BearerTokenAuthenticator(session).authenticate())
                .orElseThrow(() -> new NotAuthenticated(Problem.general(AuthorityProblem.NOT_SIGNED_IN)));
        if (!isForUs(result.token())) {
            throw new NotAuthenticated(Problem.general(AuthorityProblem.WRONG_AUDIENCE, AUDIENCE));
        }
        return result;
    }

    private static boolean isForUs(AccessToken token) {
        return token.hasAudience(AUDIENCE) || (isOfAccountConsole(token) && mayUseAccount(token));
    }

    private static boolean isOfAccountConsole(AccessToken token) {
        return Constants.ACCOUNT_CONSOLE_CLIENT_ID.equals(token.getIssuedFor()) && token.hasAudience(ACCOUNT);
    }

    /** Whether the user may use the account console. Whom an administrator keeps out of it is kept out here too. */
    private static boolean mayUseAccount(AccessToken token) {
        AccessToken.Access access = token.getResourceAccess(ACCOUNT);
        return access != null
                && Set.of("manage-account", "view-profile").stream().anyMatch(access::isUserInRole);
    }
}
