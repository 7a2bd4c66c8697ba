package org.relais.keycloak.school;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** A kind of mail that an academy sends or does not. */
public enum MailType {
    GIVEN,
    CHANGED,
    ENDED,
    REGULARISED,
    REMINDERS,
    DELEGATED,
    IMPERSONATED;

    public static final List<String> NAMES =
            Stream.of(values()).map(MailType::text).toList();

    private static final String NONE = "none";

    /** Whether a component may name it: {@code given}, or {@code none} for no mail at all. */
    public static boolean isName(String text) {
        return NONE.equals(text) || NAMES.contains(text);
    }

    static Set<MailType> on(Collection<String> names) {
        Set<MailType> on = EnumSet.noneOf(MailType.class);
        if (!names.contains(NONE)) {
            Stream.of(values()).filter(it -> names.contains(it.text())).forEach(on::add);
        }
        return on;
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
