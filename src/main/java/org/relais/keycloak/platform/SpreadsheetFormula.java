package org.relais.keycloak.platform;

/** Text that a spreadsheet would calculate instead of showing it, in full-width characters too (OWASP, CSV injection). */
public final class SpreadsheetFormula {

    private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private SpreadsheetFormula() {}

    /** Whether a spreadsheet takes a text for a formula. */
    public static boolean is(String text) {
        return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
    }
}
