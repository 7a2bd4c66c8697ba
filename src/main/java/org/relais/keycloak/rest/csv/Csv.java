package org.relais.keycloak.rest.csv;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Lines of a table for spreadsheets: RFC 4180 with the semicolon that French spreadsheets expect. A cell that a spreadsheet
 * would take for a formula, in full-width characters too, is preceded by an apostrophe (OWASP, CSV injection).
 */
public final class Csv {

    /** Tells spreadsheets that the text is UTF-8. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String STARTS_FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Csv() {}

    public static String line(Object... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(";", "", "\r\n"));
    }

    /** Whether a spreadsheet would calculate it. */
    static boolean isFormula(String text) {
        return !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0;
    }

    /** The text of a cell that may have been written here. */
    static String unguarded(String cell) {
        return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static String cell(Object value) {
        String text = value == null ? "" : value.toString();
        String safe = isFormula(text) ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
