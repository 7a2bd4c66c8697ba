package org.relais.keycloak.grant;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * What an account is known by: its username, and its email address once that is verified. A username that looks like an address
 * is worth no more than the address: where people choose their usernames it counts for nothing.
 */
final class Identifiers {

    private final RealmModel realm;

    Identifiers(RealmModel realm) {
        this.realm = realm;
    }

    /** Those of an account, in lower case. */
    List<String> of(UserModel person) {
        Stream<String> username = isKnownByUsername(person) ? Stream.of(person.getUsername()) : Stream.empty();
        Stream<String> email =
                person.isEmailVerified() && person.getEmail() != null ? Stream.of(person.getEmail()) : Stream.empty();
        return Stream.concat(username, email)
                .map(it -> it.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** The account that is known by an identifier; by its email address only if that cannot be shared. Null for none. */
    UserModel accountOf(KeycloakSession session, String identifier) {
        UserModel named = identifier.isEmpty() ? null : session.users().getUserByUsername(realm, identifier);
        if (named != null && isKnownByUsername(named)) {
            return named;
        }
        if (!identifier.contains("@") || realm.isDuplicateEmailsAllowed()) {
            return null;
        }
        UserModel mailed = session.users().getUserByEmail(realm, identifier);
        return mailed != null && mailed.isEmailVerified() ? mailed : null;
    }

    private boolean isKnownByUsername(UserModel person) {
        String username = person.getUsername();
        return !username.contains("@")
                || !areUsernamesChosen() && (person.isEmailVerified() || !username.equalsIgnoreCase(person.getEmail()));
    }

    /** Whether people of the realm may choose their username. */
    boolean areUsernamesChosen() {
        return realm.isRegistrationAllowed() || realm.isEditUsernameAllowed();
    }
}
