package org.relais.keycloak.grant;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * What an account is known by: its name, and its mail address once that is verified. A name that looks like an address is
 * worth no more than the address: where people choose their names it counts for nothing.
 */
final class Identifiers {

    private final RealmModel realm;

    Identifiers(RealmModel realm) {
        this.realm = realm;
    }

    /** Those of an account, in lower case. */
    List<String> of(UserModel person) {
        Stream<String> name = isKnownByName(person) ? Stream.of(person.getUsername()) : Stream.empty();
        Stream<String> mail =
                person.isEmailVerified() && person.getEmail() != null ? Stream.of(person.getEmail()) : Stream.empty();
        return Stream.concat(name, mail)
                .map(it -> it.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    boolean isKnownByName(UserModel person) {
        String name = person.getUsername();
        return !name.contains("@")
                || !areNamesChosen() && (person.isEmailVerified() || !name.equalsIgnoreCase(person.getEmail()));
    }

    /** Whether people of the realm may give themselves a name. */
    boolean areNamesChosen() {
        return realm.isRegistrationAllowed() || realm.isEditUsernameAllowed();
    }
}
