package org.relais.keycloak.rest.csv;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.importing.SchoolLine;
import org.relais.keycloak.school.importing.SchoolLines;

/** Reads schools from a file: the open data of the "annuaire de l'éducation", or {@code uai;name;type} and perhaps {@code closed}. */
public final class SchoolFile {

    static final int MOST_LINES = 10_000;

    private static final String[] UAI = {"uai", "identifiant_de_l_etablissement", "numero_uai", "code_uai", "rne"};
    private static final String[] NAME = {"name", "nom", "nom_etablissement", "appellation_officielle"};
    private static final String[] TYPE = {"type", "type_etablissement"};
    private static final String[] CLOSED = {"closed", "ferme", "etat", "etat_etablissement_libe", "etat_etablissement"};
    private static final Set<String> YES = Set.of("true", "1", "x", "oui", "o", "yes", "y", "ferme", "fermee");

    private final CsvTable table;
    private final int uai;
    private final int name;
    private final Optional<Integer> type;
    private final Optional<Integer> closed;

    private SchoolFile(CsvTable table) {
        this.table = table;
        this.uai = table.column(UAI);
        this.name = table.column(NAME);
        this.type = table.find(TYPE);
        this.closed = table.find(CLOSED);
    }

    public static SchoolLines read(String text) {
        SchoolFile file = new SchoolFile(CsvTable.read(text, MOST_LINES));
        SchoolLines lines = new SchoolLines();
        for (CsvTable.Row row : file.table.rows()) {
            if (file.table.isTooWide(row)) {
                int width = file.table.titles().size();
                lines.refuse(file.line(row), Problem.general(CommonProblem.ROW_TOO_WIDE, width));
            } else {
                lines.add(file.line(row));
            }
        }
        return lines;
    }

    private SchoolLine line(CsvTable.Row row) {
        return new SchoolLine(
                row.line(),
                CsvTable.cell(row, uai).toUpperCase(Locale.ROOT),
                given(CsvTable.cell(row, name)),
                type.map(at -> given(CsvTable.cell(row, at))).orElse(null),
                closed.map(at -> isClosed(CsvTable.cell(row, at), table.titles().get(at)))
                        .orElse(null));
    }

    private static String given(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    /** In the open data the state is a word: a school "A FERMER" is open still. */
    private static boolean isClosed(String cell, String title) {
        String state = CsvTable.folded(cell);
        return title.startsWith("etat") ? state.startsWith("ferme") : YES.contains(state);
    }
}
