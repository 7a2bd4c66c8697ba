package org.relais.keycloak.directory.record;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Whether the people of a realm can say themselves how they are called: by editing their account, by registering, or by an
 * identity provider. Then a name alone proves nothing; it is believed of whoever has a trusted record.
 */
public final class DeclaredNames {

    private DeclaredNames() {}

    public static boolean arePossible(KeycloakSession session, RealmModel realm) {
        return !TrustedAttributes.of(session, realm).editableNames().isEmpty()
                || realm.isRegistrationAllowed()
                || session.identityProviders().count() > 0;
    }
}
