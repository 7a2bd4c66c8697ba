package org.relais.keycloak.claim;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relais.keycloak.access.EffectiveGroup;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.school.Academy;

/**
 * Writes the groups that open an application into a claim, as a mapper is configured to.
 *
 * @param format    how a group is written where no value stands for its profile
 * @param values    values that stand for profiles, by suffix in upper case ({@code AES} for {@code National_EVS}); if there
 *                  are any, groups of other profiles are left out
 * @param letterCase {@code upper}, {@code lower}, or anything else to leave letters as they are; objects are left alone
 * @param prefix    put before each text
 * @param separator makes one text of all; empty for a list
 */
record GroupClaim(GroupFormat format, Map<String, String> values, String letterCase, String prefix, String separator) {

    static GroupClaim of(Map<String, String> config) {
        return new GroupClaim(
                GroupFormat.of(config.get(GroupClaimSettings.FORMAT)),
                values(config.get(GroupClaimSettings.VALUES)),
                config.getOrDefault(GroupClaimSettings.LETTERS, ""),
                Objects.requireNonNullElse(config.get(GroupClaimSettings.PREFIX), ""),
                Objects.requireNonNullElse(config.get(GroupClaimSettings.SEPARATOR), ""));
    }

    /** A list, or one text with all of them; null where there is nothing to write. */
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

    /** The instant at which the last group ceases to open the application; empty if an official one opens it. */
    static Optional<Instant> endsAt(List<EffectiveGroup> groups) {
        return groups.stream().anyMatch(EffectiveGroup::isOfficial)
                ? Optional.empty()
                : groups.stream().map(EffectiveGroup::grant).map(Grant::endsAt).max(Comparator.naturalOrder());
    }

    /** The last day on which one of the groups opens the application; empty if an official one opens it. */
    static Optional<String> endsOn(List<EffectiveGroup> groups, Academy academy) {
        return endsAt(groups).map(end -> academy.lastDayBefore(end).toString());
    }

    private Optional<Object> valueOf(EffectiveGroup open, Academy academy) {
        if (values.isEmpty()) {
            Object written = format.write(open, academy);
            return Optional.of(written instanceof String text ? prefix + withLetterCase(text) : written);
        }
        String suffix = open.group().profile().suffix().toUpperCase(Locale.ROOT);
        return Optional.ofNullable(values.get(suffix)).map(text -> prefix + withLetterCase(text));
    }

    private String withLetterCase(String text) {
        return switch (letterCase) {
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
