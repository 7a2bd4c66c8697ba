package org.relais.keycloak.school.component;

import org.keycloak.provider.ProviderConfigProperty;

/** The fields of our components, as the Admin Console shows them. Label and help are messages named after the field. */
public final class ConfigProperties {

    private ConfigProperties() {}

    public static ProviderConfigProperty text(String name, String byDefault) {
        return property(name, ProviderConfigProperty.STRING_TYPE, byDefault);
    }

    public static ProviderConfigProperty texts(String name) {
        return property(name, ProviderConfigProperty.MULTIVALUED_STRING_TYPE, null);
    }

    public static ProviderConfigProperty flag(String name, boolean byDefault) {
        return property(name, ProviderConfigProperty.BOOLEAN_TYPE, String.valueOf(byDefault));
    }

    /** Keycloak masks it wherever it is read; it keeps a reference to the vault, {@code ${vault.key}}, as it is. */
    public static ProviderConfigProperty secret(String name) {
        ProviderConfigProperty secret = property(name, ProviderConfigProperty.PASSWORD, null);
        secret.setSecret(true);
        return secret;
    }

    public static ProviderConfigProperty property(String name, String type, Object byDefault) {
        return new ProviderConfigProperty(
                name, "relais-property-" + name, "relais-property-" + name + "-help", type, byDefault);
    }
}
