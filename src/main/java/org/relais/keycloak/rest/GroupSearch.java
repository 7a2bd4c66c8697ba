package org.relais.keycloak.rest;

import java.util.Locale;
import java.util.stream.Stream;
import org.relais.keycloak.platform.NameNormalizer;
import org.relais.keycloak.school.ManagedGroup;

/**
 * Which of the caller's groups are meant.
 *
 * @param uai  of this school; null for any
 * @param text part of the name, the label or the school's name, whatever the case and the accents; null for any
 */
record GroupSearch(String uai, String text, Locale locale) {

    boolean matches(ManagedGroup group) {
        return (uai == null || uai.equalsIgnoreCase(group.school().uai()))
                && (text == null || says(group, folded(text)));
    }

    private boolean says(ManagedGroup group, String wanted) {
        return Stream.of(
                        group.name(),
                        group.profile().label(locale),
                        group.school().name())
                .anyMatch(part -> folded(part).contains(wanted));
    }

    static String folded(String part) {
        return NameNormalizer.withoutAccents(part.strip());
    }

    /** What a text that may be a group's name, {@code 0359001U_AES}, says of the school. */
    static String schoolIn(String text) {
        return text == null || text.indexOf('_') < 0 ? text : text.substring(0, text.indexOf('_'));
    }

    /** Whether a group may be meant by a text, as far as that is a group's name. */
    static boolean isNamed(ManagedGroup group, String text) {
        return text == null || text.indexOf('_') < 0 || folded(group.name()).startsWith(folded(text));
    }
}
