package org.relais.keycloak.platform;

/**
 * Text that a spreadsheet would calculate instead of showing it, in full-width characters too (OWASP, CSV injection). A
 * spreadsheet may split a table by another sign than the one it was written with, so a formula may also begin in the middle:
 * after any sign that separates cells or lines in some spreadsheet, with or without blanks, or after a blank.
 *
 * <p>{@link #neutralise} writes an apostrophe before each formula, and before apostrophes that stand there already, so that
 * {@link #original} always gives the text back.
 */
public final class SpreadsheetFormula {

    private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String SEPARATORS = ",;|:\"\t\r\n\u000B\f\u001C\u001D\u001E\u001F\u0085\u2028\u2029";

    /** What stands before the sign that is looked at. */
    private enum Before {
        /** The beginning of a cell, however the table is split: a sign there begins a formula. */
        SEPARATOR,
        /** The beginning of a cell where blanks split: a sign that stands alone is no formula. */
        BLANK,
        TEXT
    }

    private SpreadsheetFormula() {}

    /** Whether a spreadsheet takes a text, as a cell, for a formula. */
    public static boolean is(String text) {
        return !text.isEmpty() && isStart(text.charAt(0));
    }

    /** The text without anything that some spreadsheet would calculate. */
    public static String neutralise(String text) {
        return rewrite(text, 1);
    }

    /** What {@link #neutralise} was given. */
    public static String original(String neutral) {
        return rewrite(neutral, -1);
    }

    /** @param more apostrophes to add before each formula; -1 takes one away where there is one */
    private static String rewrite(String text, int more) {
        StringBuilder written = new StringBuilder(text.length() + 8);
        Before before = Before.SEPARATOR;
        int at = 0;
        while (at < text.length()) {
            int sign = at;
            while (sign < text.length() && text.charAt(sign) == '\'') {
                sign++;
            }
            if (beginsFormula(text, sign, before)) {
                written.append("'".repeat(Math.max(0, sign - at + more)));
                at = sign;
            }
            before = after(text.charAt(at), before);
            written.append(text.charAt(at));
            at++;
        }
        return written.toString();
    }

    private static boolean beginsFormula(String text, int at, Before before) {
        if (at == text.length() || !isStart(text.charAt(at))) {
            return false;
        }
        boolean standsAlone = at + 1 < text.length() && text.charAt(at + 1) == ' ';
        return before == Before.SEPARATOR || before == Before.BLANK && !standsAlone && !isSeparator(text.charAt(at));
    }

    private static Before after(char sign, Before before) {
        if (isSeparator(sign)) {
            return Before.SEPARATOR;
        }
        if (isBlank(sign)) {
            return before == Before.SEPARATOR ? Before.SEPARATOR : Before.BLANK;
        }
        return Before.TEXT;
    }

    private static boolean isSeparator(char sign) {
        return SEPARATORS.indexOf(sign) >= 0;
    }

    private static boolean isStart(char sign) {
        return STARTS.indexOf(sign) >= 0;
    }

    /** Signs that cannot be seen count too: some spreadsheets drop them. */
    private static boolean isBlank(char sign) {
        return Character.isWhitespace(sign)
                || Character.isSpaceChar(sign)
                || Character.getType(sign) == Character.FORMAT
                || sign == 0;
    }
}
