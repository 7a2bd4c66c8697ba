package org.relais.keycloak.rest.csv;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.relais.keycloak.platform.SpreadsheetFormula;

/**
 * Writes lines of a table for spreadsheets: RFC 4180 with the semicolon that French spreadsheets expect. No cell holds a formula,
 * whatever sign the reader's spreadsheet splits by: {@link SpreadsheetFormula} says how.
 */
public final class Csv {

    /** Tells spreadsheets that the text is UTF-8. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    private Csv() {}

    public static String line(Object... cells) {
        return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(";", "", "\r\n"));
    }

    /** The text of a cell that may have been written here. */
    static String unguarded(String cell) {
        return SpreadsheetFormula.original(cell);
    }

    private static String cell(Object value) {
        String safe = SpreadsheetFormula.neutralise(value == null ? "" : value.toString());
        boolean quoted = safe.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
