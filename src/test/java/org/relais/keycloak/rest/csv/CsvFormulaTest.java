package org.relais.keycloak.rest.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.CSVParserBuilder;
import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.exceptions.CsvException;
import java.io.IOException;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No cell of our tables is a formula, whatever sign a spreadsheet splits by; and what we read back is what was written. */
class CsvFormulaTest {

    private static final String STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final String SIGNS = STARTS + STARTS + "',;|: \"\u00A0\u200B\u2028ab1.é'";
    private static final int MANY = 20_000;
    private static final int LONGEST = 12;

    private final Random random = new Random(15);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x,=1+1",
                "x;=1+1",
                "x\t=1+1",
                "x|=1+1",
                "x:=1+1",
                "x\n=1+1",
                "x\"=1+1",
                "x =1+1",
                "x, =1+1",
                "x,\u00A0+1",
                "x,'=1+1",
                "x,@SUM(A1)",
                "x,\uFF1D1+1",
                " =1+1",
                "\u200B=1+1",
                "x,\u200B-1",
                "=1,=2;=3"
            })
    void a_formula_in_the_middle_is_none(String text) {
        assertNoFormulaIn(Csv.line("a", text, "b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "remplacement - mi-temps, lundi",
                "Arrivée le 1er septembre : classe de 6e",
                "jeanne@academie.example",
                "l'élève d'en face",
                "12-18 ans; 3 + 4 = 7",
                "2026-09-01T08:00:00+02:00"
            })
    void ordinary_text_stays_as_it_is(String text) {
        assertThat(Csv.line(text).replace("\"", "")).isEqualTo(text + "\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '#',
            value = {
                "x,=1+1 ! x,'=1+1",
                "tél. +33 2 ! tél. '+33 2",
                "lundi, - mardi ! lundi, '- mardi",
                "'=1 ! ''=1",
                "=1,-2 ! '=1,'-2"
            })
    void an_apostrophe_stands_before_each_formula(String text, String expected) {
        assertThat(Csv.line(text)).isEqualTo(expected + "\r\n");
    }

    @RepeatedTest(3)
    void no_table_of_random_cells_has_a_formula() {
        IntStream.range(0, MANY).forEach(any -> assertNoFormulaIn(Csv.line(some(), some(), some())));
    }

    @Test
    void whatever_is_written_is_read_back() {
        for (int i = 0; i < MANY; i++) {
            List<String> cells = List.of("x" + oneLineEnd(), oneLineEnd(), oneLineEnd());
            String line = Csv.line(cells.toArray());
            String[] read = read(line, ';').get(0);
            assertThat(Arrays.stream(read).map(Csv::unguarded).toList()).isEqualTo(cells);
        }
    }

    @Test
    void an_import_of_an_export_is_the_text_without_the_blanks_around_it() {
        for (int i = 0; i < MANY; i++) {
            String text = oneLineEnd();
            CsvTable table = CsvTable.read(Csv.line("a", "b") + Csv.line(text, "x"), 10);
            assertThat(CsvTable.cell(table.rows().get(0), 0)).isEqualTo(text.strip());
        }
    }

    private static void assertNoFormulaIn(String line) {
        for (char separator : ",;\t|:".toCharArray()) {
            Stream.concat(split(line, separator), read(line, separator).stream().flatMap(Arrays::stream))
                    .forEach(cell -> assertThat(isFormula(cell))
                            .as("'%s' splits %s into %s", separator, line, cell)
                            .isFalse());
        }
        split(line, ' ')
                .forEach(cell ->
                        assertThat(isFormula(cell)).as("%s of %s", cell, line).isFalse());
    }

    /** As a spreadsheet does that knows no quotation marks. */
    private static Stream<String> split(String line, char separator) {
        return Arrays.stream(line.split("[" + separator + "\r\n\u2028]"));
    }

    private static boolean isFormula(String cell) {
        String seen = cell.replaceAll("^[\\s\u00A0\u200B\"]+", "");
        return !seen.isEmpty() && STARTS.indexOf(seen.charAt(0)) >= 0 && seen.length() > 1;
    }

    private static List<String[]> read(String text, char separator) {
        try (CSVReader reader = new CSVReaderBuilder(new StringReader(text))
                .withCSVParser(new CSVParserBuilder()
                        .withSeparator(separator)
                        .withEscapeChar('\0')
                        .build())
                .build()) {
            return reader.readAll();
        } catch (IOException | CsvException unclosed) {
            return List.of();
        }
    }

    /** The reader takes every end of a line for the same. */
    private String oneLineEnd() {
        return some().replace('\r', '\n');
    }

    private String some() {
        return random.ints(random.nextInt(LONGEST), 0, SIGNS.length())
                .mapToObj(at -> String.valueOf(SIGNS.charAt(at)))
                .collect(Collectors.joining());
    }
}
