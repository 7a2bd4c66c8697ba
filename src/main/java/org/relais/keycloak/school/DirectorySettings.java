package org.relais.keycloak.school;

import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;

/**
 * How Relais reads and searches the directory of a realm, from its component {@code relais-academy}.
 *
 * @param typeAttributes    user attributes that say what somebody is, beside the functions in schools
 * @param searchesPerMinute how often one person may search in a minute, on each node
 * @param trustedIdentityProviders aliases of the identity providers whose usernames are the academy's own
 */
public record DirectorySettings(
        List<String> typeAttributes, int searchesPerMinute, List<String> trustedIdentityProviders) {

    public static final String TYPE_ATTRIBUTES = "typeAttributes";
    public static final String SEARCHES_PER_MINUTE = "searchesPerMinute";
    public static final String TRUSTED_IDENTITY_PROVIDERS = "trustedIdentityProviders";
    static final List<String> DEFAULT_TYPE_ATTRIBUTES = List.of("ENTPersonNationalProfil", "ENTPersonProfils", "title");
    public static final int DEFAULT_SEARCHES = 60;

    public static DirectorySettings of(RealmModel realm) {
        return RealmCache.of(realm, DirectorySettings.class, Academy.components(realm), DirectorySettings::read);
    }

    private static DirectorySettings read(List<ComponentModel> components) {
        ComponentConfig settings =
                new ComponentConfig(components.stream().findFirst().orElseGet(ComponentModel::new));
        return new DirectorySettings(
                settings.texts(TYPE_ATTRIBUTES, DEFAULT_TYPE_ATTRIBUTES),
                settings.number(SEARCHES_PER_MINUTE, DEFAULT_SEARCHES),
                settings.texts(TRUSTED_IDENTITY_PROVIDERS, List.of()));
    }
}
