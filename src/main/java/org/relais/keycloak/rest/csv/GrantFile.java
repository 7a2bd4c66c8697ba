package org.relais.keycloak.rest.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;
import org.relais.keycloak.grant.GrantImportLine;
import org.relais.keycloak.rest.http.LocalDateDeserializer;

/** Reads grants from a file: {@code identifier;uai;suffix;endsOn;reason}, of which the last two may be missing. */
public final class GrantFile {

    static final int MOST_LINES = 2_000;

    /** As French spreadsheets rewrite a day. */
    private static final DateTimeFormatter FRENCH =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final CsvTable table;
    private final int identifier;
    private final int uai;
    private final int suffix;
    private final Optional<Integer> endsOn;
    private final Optional<Integer> reason;

    private GrantFile(CsvTable table) {
        this.table = table;
        this.identifier = table.column("identifier", "identifiant", "uid");
        this.uai = table.column("uai");
        this.suffix = table.column("suffix", "suffixe", "profile", "profil");
        this.endsOn = table.find("endson", "fin", "dernier_jour");
        this.reason = table.find("reason", "motif");
    }

    public static List<GrantImportLine> read(String text) {
        GrantFile file = new GrantFile(CsvTable.read(text, MOST_LINES));
        return file.table.rows().stream().map(file::line).toList();
    }

    private GrantImportLine line(CsvTable.Row row) {
        String lastDay = endsOn.map(at -> CsvTable.cell(row, at)).orElse("");
        return new GrantImportLine(
                row.line(),
                CsvTable.cell(row, identifier),
                CsvTable.cell(row, uai),
                CsvTable.cell(row, suffix),
                lastDay,
                day(lastDay),
                reason.map(at -> CsvTable.cell(row, at)).orElse(""),
                table.isTooWide(row));
    }

    /** Null for a day that is none. */
    private static LocalDate day(String text) {
        try {
            return text.contains("/")
                    ? LocalDate.parse(text, FRENCH)
                    : LocalDateDeserializer.read(text).orElse(null);
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
