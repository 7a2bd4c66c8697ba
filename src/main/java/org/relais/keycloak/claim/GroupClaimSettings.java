package org.relais.keycloak.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.provider.ProviderConfigProperty;

/** The settings that both mappers have in common, as Keycloak's console shows and checks them. */
final class GroupClaimSettings {

    static final String HELP =
            "The groups of the schools that open this client to the person now, official or by a dated access";

    static final String FORMAT = "format";
    static final String VALUES = "values";
    static final String LETTERS = "letters";
    static final String PREFIX = "prefix";
    static final String SEPARATOR = "separator";
    static final String SCHOOLS_CLAIM = "schoolsClaim";
    static final String ENDS_ON_CLAIM = "endsOnClaim";

    private static final List<String> LETTER_CASES = List.of("asIs", "upper", "lower");

    private GroupClaimSettings() {}

    /** Refuses an unknown format, with the same error for both mappers. */
    static void check(Map<String, String> config) throws ProtocolMapperConfigException {
        String format = config.get(FORMAT);
        if (format != null && !GroupFormat.ids().contains(format)) {
            throw new ProtocolMapperConfigException(
                    "Unknown format: use one of " + GroupFormat.ids(), ClaimProblem.MAPPER_FORMAT.messageKey(), format);
        }
    }

    static List<ProviderConfigProperty> properties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        properties.add(choice(FORMAT, GroupFormat.ids()));
        properties.add(property(VALUES, ProviderConfigProperty.MAP_TYPE));
        properties.add(choice(LETTERS, LETTER_CASES));
        properties.add(property(PREFIX, ProviderConfigProperty.STRING_TYPE));
        properties.add(property(SEPARATOR, ProviderConfigProperty.STRING_TYPE));
        properties.add(property(SCHOOLS_CLAIM, ProviderConfigProperty.STRING_TYPE));
        properties.add(property(ENDS_ON_CLAIM, ProviderConfigProperty.STRING_TYPE));
        return properties;
    }

    static ProviderConfigProperty property(String name, String type) {
        return new ProviderConfigProperty(
                name, "relais-property-" + name, "relais-property-" + name + "-help", type, null);
    }

    private static ProviderConfigProperty choice(String name, List<String> choices) {
        ProviderConfigProperty property = property(name, ProviderConfigProperty.LIST_TYPE);
        property.setDefaultValue(choices.get(0));
        property.setOptions(choices);
        return property;
    }
}
