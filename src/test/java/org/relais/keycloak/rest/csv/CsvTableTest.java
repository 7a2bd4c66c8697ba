package org.relais.keycloak.rest.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Refusal;

class CsvTableTest {

    @Test
    void titles_are_compared_without_case_accents_and_signs() {
        CsvTable table = CsvTable.read("Identifiant_de_l_etablissement;Libellé  de l'État\n1;2", 10);

        assertThat(table.titles()).containsExactly("identifiant_de_l_etablissement", "libelle_de_l_etat");
        assertThat(table.column("uai", "identifiant_de_l_etablissement")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b\r\n1;2\r\n", "a,b\n1,2", "\n\na;b\n\n1;2\n;\n", "\"a\";\"b\"\n\"1\";\"2\""})
    void both_separators_and_all_line_ends_are_read_and_empty_lines_are_not(String text) {
        CsvTable table = CsvTable.read(text, 10);

        assertThat(table.rows()).hasSize(1);
        assertThat(table.rows().get(0).cells()).containsExactly("1", "2");
    }

    @Test
    void a_cell_in_quotes_keeps_separators_line_ends_and_quotes() {
        CsvTable table = CsvTable.read("a;b\n\"x;y\n\"\"z\"\"\";2\n3;4", 10);

        assertThat(table.rows().get(0).cells()).containsExactly("x;y\n\"z\"", "2");
        assertThat(table.rows().get(1).line()).isEqualTo(4);
    }

    @Test
    void a_quote_that_is_never_closed_is_named_by_its_line() {
        assertRefused("file-quotes", () -> CsvTable.read("a;b\n1;2\n\"3;4\n5;6", 10));
        assertThatThrownBy(() -> CsvTable.read("a;b\n1;2\n\"3;4\n" + "5;6\n".repeat(200_000), 300_000))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused ->
                                assertThat(refused.problems().get(0).params()).containsExactly(3));
    }

    @Test
    void nothing_and_too_much_are_refused() {
        assertRefused("file-empty", () -> CsvTable.read(" \r\n\n", 10));
        assertRefused("file-too-many-lines", () -> CsvTable.read("a\n" + "1\n".repeat(11), 10));
        assertThat(CsvTable.read("a\n" + "1\n".repeat(10), 10).rows()).hasSize(10);
        assertRefused("file-no-column", () -> CsvTable.read("a;b\n1;2", 10).column("uai"));
    }

    @Test
    void a_row_may_be_short_but_not_wide() {
        CsvTable table = CsvTable.read("a;b\n1\n1;2;3\n1;2;;", 10);

        assertThat(CsvTable.cell(table.rows().get(0), 1)).isEmpty();
        assertThat(table.rows().stream().map(table::isTooWide).toList()).isEqualTo(List.of(false, true, false));
    }

    @Test
    void the_apostrophe_our_tables_put_before_a_formula_is_taken_off_again() {
        CsvTable table = CsvTable.read("a\n'=1+1\n'tis\n", 10);

        assertThat(CsvTable.cell(table.rows().get(0), 0)).isEqualTo("=1+1");
        assertThat(CsvTable.cell(table.rows().get(1), 0)).isEqualTo("'tis");
    }

    private static void assertRefused(String code, Runnable reading) {
        assertThatThrownBy(reading::run)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.problems().get(0).code()).isEqualTo(code));
    }
}
