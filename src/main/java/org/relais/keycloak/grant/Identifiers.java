package org.relais.keycloak.grant;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.relais.keycloak.platform.CleanText;
import org.relais.keycloak.platform.RealmContext;

/**
 * What an account is known by: its username, and its verified email address. A username that looks like an address says
 * nothing: the address itself does, once it is verified. Two identifiers are the same if they are so letter by letter; the
 * database, which may ignore accents and blanks, only finds what may be meant.
 */
final class Identifiers {

    private final KeycloakSession session;
    private final RealmModel realm;

    Identifiers(RealmContext context) {
        this.session = context.session();
        this.realm = context.realm();
    }

    /** An identifier as it is kept and compared: in lower case, with accents in their letters. */
    static String folded(String identifier) {
        return CleanText.composed(identifier).toLowerCase(Locale.ROOT);
    }

    static boolean isAddress(String identifier) {
        return identifier.contains("@");
    }

    /** Those of an account, as they are kept; {@link TrustedUsernames} says whether the username claims anything. */
    static List<String> of(UserModel person) {
        Stream<String> username = Stream.of(person.getUsername()).filter(name -> !isAddress(name));
        Stream<String> email =
                person.isEmailVerified() && person.getEmail() != null ? Stream.of(person.getEmail()) : Stream.empty();
        return Stream.concat(username, email)
                .map(Identifiers::folded)
                .distinct()
                .toList();
    }

    /**
     * The account that is known by an identifier; by its email address only if that cannot be shared. Null for none.
     *
     * @param identifier as it is kept
     */
    UserModel accountOf(String identifier) {
        if (identifier.isEmpty() || (isAddress(identifier) && realm.isDuplicateEmailsAllowed())) {
            return null;
        }
        UserModel found = isAddress(identifier)
                ? session.users().getUserByEmail(realm, identifier)
                : session.users().getUserByUsername(realm, identifier);
        return found != null && of(found).contains(identifier) ? found : null;
    }
}
