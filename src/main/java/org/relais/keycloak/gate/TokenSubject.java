package org.relais.keycloak.gate;

import java.util.Optional;
import org.keycloak.Token;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/**
 * Finds the owner of an access token that is to be exchanged, as Keycloak itself does a moment later: by its signature, its
 * issuer, its times, its revocation and its session. A token that is not to be believed has no owner: what the gate answers
 * must not depend on a name that anybody can write into one.
 */
record TokenSubject(KeycloakSession session, RealmModel realm) {

    Optional<UserModel> of(String text) {
        KeycloakContext context = session.getContext();
        ClientModel client = context.getClient();
        Token bearer = context.getBearerToken();
        UserSessionModel userSession = context.getUserSession();
        try {
            return Optional.ofNullable(verified(text)).map(AuthResult::user);
        } catch (RuntimeException malformed) {
            // Keycloak does not expect every header and claim that somebody can write.
            return Optional.empty();
        } finally {
            // It makes the token's client and session those of the request.
            context.setClient(client);
            context.setBearerToken(bearer);
            context.setUserSession(userSession);
        }
    }

    private AuthResult verified(String text) {
        KeycloakContext context = session.getContext();
        return AuthenticationManager.verifyIdentityToken(
                session,
                realm,
                context.getUri(),
                context.getConnection(),
                true,
                true,
                null,
                false,
                text,
                context.getHttpRequest().getHttpHeaders(),
                verifier -> {});
    }
}
