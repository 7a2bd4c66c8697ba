package org.relais.keycloak.gate;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessToken;

/**
 * Finds the owner of a token that nobody has verified yet. Refusing on its word is safe: Keycloak itself refuses a forged one.
 * A genuine one names its owner by its subject or, where that is missing (lightweight) or pairwise, by its session.
 */
record TokenSubject(KeycloakSession session, RealmModel realm) {

    Optional<UserModel> of(String text) {
        try {
            AccessToken token = new JWSInput(text).readJsonContent(AccessToken.class);
            return ofSubject(token.getSubject()).or(() -> ofSession(token.getSessionId()));
        } catch (JWSInputException notAToken) {
            return Optional.empty();
        }
    }

    private Optional<UserModel> ofSubject(String id) {
        return Optional.ofNullable(id).map(it -> session.users().getUserById(realm, it));
    }

    private Optional<UserModel> ofSession(String id) {
        return id == null
                ? Optional.empty()
                : Stream.of(
                                session.sessions().getUserSession(realm, id),
                                session.sessions().getOfflineUserSession(realm, id))
                        .filter(Objects::nonNull)
                        .map(UserSessionModel::getUser)
                        .findFirst();
    }
}
