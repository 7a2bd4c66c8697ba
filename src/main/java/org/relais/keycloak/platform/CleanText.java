package org.relais.keycloak.platform;

/** Text that every database keeps as it is: PostgreSQL refuses U+0000. */
public final class CleanText {

    private CleanText() {}

    /** Whether a text has neither control characters, other than tabs and ends of lines, nor halves of characters. */
    public static boolean isClean(String text) {
        return text.codePoints()
                .noneMatch(c -> (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
