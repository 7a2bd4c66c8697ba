package org.relais.keycloak.platform;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalInt;

/** Text that every database keeps as it is, and that reads as it is written. */
public final class CleanText {

    /** Characters without a picture that Unicode counts among letters, marks and symbols. */
    private static final String BLANKS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0";

    private CleanText() {}

    /**
     * Whether a text has neither control characters, other than tabs and ends of lines, nor halves of characters. PostgreSQL
     * refuses U+0000.
     */
    public static boolean isClean(String text) {
        return text.codePoints()
                .noneMatch(c -> (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    /**
     * The first character of a text that nobody sees, that turns the direction of reading, or that has no meaning: two texts
     * that differ only by such characters look the same. Blanks of any width are seen.
     */
    public static OptionalInt firstUnseen(String text) {
        return text.codePoints().filter(CleanText::isUnseen).findFirst();
    }

    /** How a character is written for whoever cannot see it: {@code U+202E}. */
    public static String codeOf(int character) {
        return String.format(Locale.ROOT, "U+%04X", character);
    }

    /** The same text with its accents in the letters: "é" is one character, however it was typed. */
    public static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isVariationSelector(c) || BLANKS.indexOf(c) >= 0;
        };
    }

    private static boolean isVariationSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }
}
