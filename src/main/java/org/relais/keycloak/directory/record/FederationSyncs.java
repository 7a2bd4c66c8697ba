package org.relais.keycloak.directory.record;

import java.util.List;
import java.util.Locale;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProvider;

/** When the user federations of a realm were last synchronised: Keycloak sends no event for a user that this changes. */
public final class FederationSyncs {

    private FederationSyncs() {}

    /** One line for each setting in which Keycloak keeps such a time, always in the same order. */
    public static List<String> of(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), UserStorageProvider.class.getName())
                .flatMap(federation -> federation.getConfig().entrySet().stream()
                        .filter(setting ->
                                setting.getKey().toLowerCase(Locale.ROOT).contains("lastsync"))
                        .map(setting -> federation.getId() + setting))
                .sorted()
                .toList();
    }
}
