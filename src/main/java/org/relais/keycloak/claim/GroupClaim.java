package org.relais.keycloak.claim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.provider.ProviderConfigProperty;
import org.relais.keycloak.access.EffectiveGroup;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.school.Academy;

/**
 * What a mapper is set to tell of the groups that open an application.
 *
 * @param format    how a group is written where no value stands for its profile
 * @param values    values that stand for profiles, by suffix in upper case ({@code AES} for {@code National_EVS}); if there
 *                  are any, groups of other profiles are not told
 * @param letters   {@code upper}, {@code lower}, or anything else to leave letters as they are; objects are left alone
 * @param prefix    put before each text
 * @param separator makes one text of all; empty for a list
 */
record GroupClaim(GroupFormat format, Map<String, String> values, String letters, String prefix, String separator) {

    static final String FORMAT = "format";
    static final String VALUES = "values";
    static final String LETTERS = "letters";
    static final String PREFIX = "prefix";
    static final String SEPARATOR = "separator";
    static final String SCHOOLS_CLAIM = "schoolsClaim";
    static final String ENDS_ON_CLAIM = "endsOnClaim";

    private static final List<String> LETTER_CHOICES = List.of("asIs", "upper", "lower");

    /** Refuses settings that mean nothing, in the words of both mappers. */
    static void check(Map<String, String> config) throws ProtocolMapperConfigException {
        String format = config.get(FORMAT);
        if (format != null && !GroupFormat.ids().contains(format)) {
            throw new ProtocolMapperConfigException(
                    "Unknown format: use one of " + GroupFormat.ids(), "relais-mapper-format", format);
        }
    }

    static GroupClaim of(Map<String, String> config) {
        return new GroupClaim(
                GroupFormat.of(config.get(FORMAT)),
                values(config.get(VALUES)),
                config.getOrDefault(LETTERS, ""),
                Objects.requireNonNullElse(config.get(PREFIX), ""),
                Objects.requireNonNullElse(config.get(SEPARATOR), ""));
    }

    /** A list, or one text of all; null where there is nothing to tell. */
    Object write(List<EffectiveGroup> groups, Academy academy) {
        List<Object> written = groups.stream()
                .map(open -> valueOf(open, academy))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (written.isEmpty() || separator.isEmpty()) {
            return written.isEmpty() ? null : written;
        }
        return written.stream().map(String::valueOf).collect(Collectors.joining(separator));
    }

    /** The UAIs of the schools whose groups open the application. */
    static List<String> schools(List<EffectiveGroup> groups) {
        return groups.stream()
                .map(open -> open.group().school().uai())
                .distinct()
                .sorted()
                .toList();
    }

    /** The instant at which the last of the groups ceases to open the application; empty if one opens it for good. */
    static Optional<Instant> endsAt(List<EffectiveGroup> groups) {
        return groups.stream().anyMatch(EffectiveGroup::isOfficial)
                ? Optional.empty()
                : groups.stream().map(EffectiveGroup::grant).map(Grant::endsAt).max(Comparator.naturalOrder());
    }

    /** The last day on which one of the groups opens the application; empty if one does for good. */
    static Optional<String> endsOn(List<EffectiveGroup> groups, Academy academy) {
        return endsAt(groups).map(end -> academy.lastDayBefore(end).toString());
    }

    static List<ProviderConfigProperty> properties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        properties.add(choice(FORMAT, GroupFormat.ids()));
        properties.add(property(VALUES, ProviderConfigProperty.MAP_TYPE));
        properties.add(choice(LETTERS, LETTER_CHOICES));
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

    private Optional<Object> valueOf(EffectiveGroup open, Academy academy) {
        if (values.isEmpty()) {
            Object written = format.write(open, academy);
            return Optional.of(written instanceof String text ? prefix + inLetters(text) : written);
        }
        String suffix = open.group().profile().suffix().toUpperCase(Locale.ROOT);
        return Optional.ofNullable(values.get(suffix)).map(text -> prefix + inLetters(text));
    }

    private String inLetters(String text) {
        return switch (letters) {
            case "upper" -> text.toUpperCase(Locale.ROOT);
            case "lower" -> text.toLowerCase(Locale.ROOT);
            default -> text;
        };
    }

    /** {@code AES=National_EVS,ENS=National_ENS}, or the JSON in which Keycloak's console stores a map. */
    private static Map<String, String> values(String text) {
        if (text == null || text.isBlank()) {
            return Map.of();
        }
        if (text.strip().startsWith("[")) {
            return MapPropertyReader.read(text);
        }
        return Arrays.stream(text.split(","))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0].strip().toUpperCase(Locale.ROOT),
                        pair -> pair[1].strip(),
                        (first, second) -> second,
                        LinkedHashMap::new));
    }
}
