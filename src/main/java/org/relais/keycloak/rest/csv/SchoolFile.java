package org.relais.keycloak.rest.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.keycloak.platform.CleanText;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.Uai;
import org.relais.keycloak.school.importing.SchoolLine;

/** Schools in a file: the open data of the "annuaire de l'éducation", or {@code uai;name;type} and perhaps {@code closed}. */
public final class SchoolFile {

    static final int MOST_LINES = 10_000;

    private static final String[] UAI = {"uai", "identifiant_de_l_etablissement", "numero_uai", "code_uai", "rne"};
    private static final String[] NAME = {"name", "nom", "nom_etablissement", "appellation_officielle"};
    private static final String[] TYPE = {"type", "type_etablissement"};
    private static final String[] CLOSED = {"closed", "ferme", "etat", "etat_etablissement_libe", "etat_etablissement"};
    private static final Set<String> YES = Set.of("true", "1", "x", "oui", "o", "yes", "y", "ferme", "fermee");
    private static final int LONGEST = 255;

    public final List<SchoolLine> lines = new ArrayList<>();
    public final List<FileProblem> refused = new ArrayList<>();
    public final List<FileProblem> warnings = new ArrayList<>();

    private final CsvTable table;
    private final Map<String, Integer> seen = new HashMap<>();

    private SchoolFile(CsvTable table) {
        this.table = table;
    }

    public static SchoolFile read(String text) {
        CsvTable table = CsvTable.read(text, MOST_LINES);
        SchoolFile file = new SchoolFile(table);
        int uai = table.column(UAI);
        int name = table.column(NAME);
        Optional<Integer> type = table.find(TYPE);
        Optional<Integer> closed = table.find(CLOSED);
        for (CsvTable.Row row : table.rows()) {
            SchoolLine line = new SchoolLine(
                    row.line(),
                    CsvTable.cell(row, uai).toUpperCase(Locale.ROOT),
                    given(CsvTable.cell(row, name)),
                    type.map(at -> given(CsvTable.cell(row, at))).orElse(null),
                    closed.map(at -> isClosed(
                                    CsvTable.cell(row, at), table.titles().get(at)))
                            .orElse(null));
            file.add(line, row);
        }
        return file;
    }

    /** The UAIs of all lines, those that are refused too: a mistake in a line does not close its school. */
    public Set<String> mentioned() {
        return Stream.concat(
                        lines.stream().map(SchoolLine::uai), refused.stream().map(FileProblem::subject))
                .collect(Collectors.toSet());
    }

    private void add(SchoolLine line, CsvTable.Row row) {
        Optional<Problem> problem = problemOf(line, row);
        if (problem.isPresent()) {
            refused.add(new FileProblem(line.line(), line.uai(), problem.get()));
            return;
        }
        seen.put(line.uai(), line.line());
        if (!Uai.isChecked(line.uai())) {
            warnings.add(new FileProblem(line.line(), line.uai(), Problem.at("uai", "uai-letter", line.uai())));
        }
        lines.add(line);
    }

    private Optional<Problem> problemOf(SchoolLine line, CsvTable.Row row) {
        if (table.isTooWide(row)) {
            return Optional.of(Problem.general("row-too-wide", table.titles().size()));
        }
        if (!Uai.isOne(line.uai())) {
            return Optional.of(Problem.at("uai", "uai-form", line.uai()));
        }
        if (seen.containsKey(line.uai())) {
            return Optional.of(Problem.at("uai", "uai-twice", line.uai(), seen.get(line.uai())));
        }
        if (line.name() == null) {
            return Optional.of(Problem.at("name", "field-missing"));
        }
        return problemOf("name", line.name()).or(() -> problemOf("type", line.type()));
    }

    /** Nobody calls a school like a formula: such a cell is meant for the spreadsheet of whoever exports it again. */
    private static Optional<Problem> problemOf(String field, String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (text.length() > LONGEST || !CleanText.isClean(text)) {
            return Optional.of(Problem.at(field, "wrong-text", LONGEST));
        }
        return Csv.isFormula(text) ? Optional.of(Problem.at(field, "cell-formula", text)) : Optional.empty();
    }

    private static String given(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    /** In the open data the state is a word: a school "A FERMER" is open still. */
    private static boolean isClosed(String cell, String title) {
        String said = CsvTable.folded(cell);
        return title.startsWith("etat") ? said.startsWith("ferme") : YES.contains(said);
    }
}
