package org.relais.keycloak.school.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.keycloak.platform.CleanText;
import org.relais.keycloak.platform.SpreadsheetFormula;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.Uai;

/** Judges what the lines of a file say of schools: one line a school, with a UAI and a name that can be one. */
public final class SchoolLines {

    private static final int LONGEST = 255;

    private final List<SchoolLine> accepted = new ArrayList<>();
    private final List<LineRemark> refused = new ArrayList<>();
    private final List<LineRemark> warnings = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();

    /** Accepts or refuses a line; the lines come in the order of the file. */
    public void add(SchoolLine line) {
        Optional<Problem> problem = problemOf(line);
        if (problem.isPresent()) {
            refuse(line, problem.get());
            return;
        }
        seen.put(line.uai(), line.line());
        if (!Uai.isChecked(line.uai())) {
            warnings.add(remark(line, Problem.at("uai", SchoolLineProblem.UAI_LETTER, line.uai())));
        }
        accepted.add(line);
    }

    /** Refuses a line for what is wrong with the file, whatever the line says. */
    public void refuse(SchoolLine line, Problem problem) {
        refused.add(remark(line, problem));
    }

    public List<SchoolLine> accepted() {
        return List.copyOf(accepted);
    }

    public List<LineRemark> refused() {
        return List.copyOf(refused);
    }

    public List<LineRemark> warnings() {
        return List.copyOf(warnings);
    }

    /** The UAIs of all lines, refused ones included: a mistake in a line does not close its school. */
    public Set<String> mentioned() {
        return Stream.concat(
                        accepted.stream().map(SchoolLine::uai), refused.stream().map(LineRemark::subject))
                .collect(Collectors.toSet());
    }

    private static LineRemark remark(SchoolLine line, Problem problem) {
        return new LineRemark(line.line(), line.uai(), problem);
    }

    private Optional<Problem> problemOf(SchoolLine line) {
        if (!Uai.isOne(line.uai())) {
            return Optional.of(Problem.at("uai", SchoolLineProblem.UAI_FORM, line.uai()));
        }
        if (seen.containsKey(line.uai())) {
            return Optional.of(Problem.at("uai", SchoolLineProblem.UAI_TWICE, line.uai(), seen.get(line.uai())));
        }
        if (line.name() == null) {
            return Optional.of(Problem.at("name", CommonProblem.FIELD_MISSING));
        }
        return problemOf("name", line.name()).or(() -> problemOf("type", line.type()));
    }

    /** No school is named like a formula: such a cell is meant for the spreadsheet of a person who exports it again. */
    private static Optional<Problem> problemOf(String field, String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (text.length() > LONGEST || !CleanText.isClean(text)) {
            return Optional.of(Problem.at(field, CommonProblem.WRONG_TEXT, LONGEST));
        }
        OptionalInt unseen = CleanText.firstUnseen(text);
        if (unseen.isPresent()) {
            return Optional.of(
                    Problem.at(field, CommonProblem.INVISIBLE_CHARACTER, CleanText.codeOf(unseen.getAsInt())));
        }
        return SpreadsheetFormula.is(text)
                ? Optional.of(Problem.at(field, SchoolLineProblem.CELL_FORMULA, text))
                : Optional.empty();
    }
}
