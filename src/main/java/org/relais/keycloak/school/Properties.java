package org.relais.keycloak.school;

import org.keycloak.provider.ProviderConfigProperty;

/** The fields of our components as the console draws them; label and help are messages named after the field. */
final class Properties {

    private Properties() {}

    static ProviderConfigProperty text(String name, String byDefault) {
        return property(name, ProviderConfigProperty.STRING_TYPE, byDefault);
    }

    static ProviderConfigProperty texts(String name) {
        return property(name, ProviderConfigProperty.MULTIVALUED_STRING_TYPE, null);
    }

    static ProviderConfigProperty flag(String name) {
        return property(name, ProviderConfigProperty.BOOLEAN_TYPE, "false");
    }

    static ProviderConfigProperty property(String name, String type, Object byDefault) {
        return new ProviderConfigProperty(
                name, "relais-property-" + name, "relais-property-" + name + "-help", type, byDefault);
    }
}
