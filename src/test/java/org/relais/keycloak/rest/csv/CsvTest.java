package org.relais.keycloak.rest.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void cells_stand_between_semicolons_and_nothing_is_an_empty_cell() {
        assertThat(Csv.line("0359001U", null, "Hélène Guéguen", 3)).isEqualTo("0359001U;;Hélène Guéguen;3\r\n");
    }

    @Test
    void what_would_end_a_cell_is_quoted() {
        assertThat(Csv.line("a;b", "dit \"l'Ancien\"", "zwei\nZeilen"))
                .isEqualTo("\"a;b\";\"dit \"\"l'Ancien\"\"\";\"zwei\nZeilen\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33", "-1", "@SUM(A1)", "\t=1"})
    void no_cell_is_a_formula(String text) {
        assertThat(Csv.line(text)).startsWith("'" + text.charAt(0));
    }

    @Test
    void a_formula_behind_a_line_break_is_quoted_and_preceded_as_the_line_break_is() {
        assertThat(Csv.line("\r=1")).isEqualTo("\"'\r'=1\"\r\n");
    }
}
