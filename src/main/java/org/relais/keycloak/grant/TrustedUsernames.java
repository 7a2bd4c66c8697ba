package org.relais.keycloak.grant;

import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderQuery;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStorageProvider.EditMode;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.DirectorySettings;

/**
 * Whether the username of an account says who somebody is. Where people can choose their username in any way that Keycloak has,
 * only those count that a directory or a trusted identity provider gave. Whether an administrator made an account, Keycloak does
 * not keep.
 */
final class TrustedUsernames {

    private static final String EDIT_MODE = "editMode";
    private static final String REGISTERS_IN_DIRECTORY = "syncRegistrations";

    private final KeycloakSession session;
    private final RealmModel realm;

    TrustedUsernames(RealmContext context) {
        this.session = context.session();
        this.realm = context.realm();
    }

    boolean isTrusted(UserModel person) {
        return !areChosen() || isOfDirectory(person) || isOfTrustedProvider(person);
    }

    /**
     * Whether people of the realm can choose a username: when they register, later on, by the invitation of an organization, or
     * in the form that follows the first sign-in at an identity provider. That form comes whatever the realm's settings say:
     * always, or where the provider left something out.
     */
    private boolean areChosen() {
        return realm.isRegistrationAllowed()
                || realm.isEditUsernameAllowed()
                || realm.isOrganizationsEnabled()
                || session.identityProviders()
                        .getAllStream(IdentityProviderQuery.any().with(IdentityProviderModel.ENABLED, "true"), 0, 1)
                        .findAny()
                        .isPresent();
    }

    /** Whether a directory gave the username, and takes none from people. */
    private boolean isOfDirectory(UserModel person) {
        String storage = StorageId.isLocalStorage(person.getId())
                ? person.getFederationLink()
                : StorageId.providerId(person.getId());
        ComponentModel directory = storage == null ? null : realm.getComponent(storage);
        return directory != null
                && !directory.get(REGISTERS_IN_DIRECTORY, false)
                && (!realm.isEditUsernameAllowed() || EditMode.READ_ONLY.name().equals(directory.get(EDIT_MODE)));
    }

    /** Whether an identity provider that the realm trusts calls the person so: what was typed into the form is not kept there. */
    private boolean isOfTrustedProvider(UserModel person) {
        List<String> trusted = DirectorySettings.of(realm).trustedIdentityProviders();
        String username = Identifiers.folded(person.getUsername());
        return !trusted.isEmpty()
                && session.users()
                        .getFederatedIdentitiesStream(realm, person)
                        .anyMatch(identity -> trusted.contains(identity.getIdentityProvider())
                                && identity.getUserName() != null
                                && Identifiers.folded(identity.getUserName()).equals(username));
    }
}
