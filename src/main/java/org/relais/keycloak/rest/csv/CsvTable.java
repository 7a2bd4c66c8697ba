package org.relais.keycloak.rest.csv;

import com.opencsv.CSVParserBuilder;
import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.ICSVParser;
import com.opencsv.exceptions.CsvException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.relais.keycloak.platform.NameNormalizer;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;

/**
 * Reads a table from a CSV file: a line of titles, then rows; semicolons or commas between the cells, RFC 4180 otherwise.
 * Titles match whatever their case, their accents and the signs between their words.
 *
 * @param titles as compared
 */
record CsvTable(List<String> titles, List<Row> rows) {

    /** A quotation mark that is never closed would take the rest of the file for one cell. */
    private static final int LINES_OF_A_CELL = 50;

    /**
     * @param line the number of the row's first line in the file
     */
    record Row(int line, List<String> cells) {}

    static CsvTable read(String text, int mostRows) {
        if (text.isBlank()) {
            throw new InvalidInput(Problem.general(CsvProblem.FILE_EMPTY));
        }
        List<Row> rows = rows(text, separator(text), mostRows + 1);
        if (rows.size() > mostRows + 1) {
            throw new InvalidInput(Problem.general(CsvProblem.FILE_TOO_MANY_LINES, mostRows));
        }
        List<String> titles = rows.get(0).cells().stream().map(CsvTable::folded).toList();
        return new CsvTable(titles, List.copyOf(rows.subList(1, rows.size())));
    }

    /** The first of some titles that the table has; refuses the table if it has none. */
    int column(String... names) {
        return find(names)
                .orElseThrow(() ->
                        new InvalidInput(Problem.at(names[0], CsvProblem.FILE_NO_COLUMN, String.join(", ", names))));
    }

    Optional<Integer> find(String... names) {
        return Stream.of(names).map(titles::indexOf).filter(at -> at >= 0).findFirst();
    }

    /** The text of a cell, without space around it and without the apostrophes our own tables put before formulas. */
    static String cell(Row row, int column) {
        if (column >= row.cells().size()) {
            return "";
        }
        return Csv.unguarded(row.cells().get(column)).strip();
    }

    /** Whether a row has more cells than there are titles: then a separator stands in a cell. */
    boolean isTooWide(Row row) {
        return row.cells().stream().skip(titles.size()).anyMatch(cell -> !cell.isBlank());
    }

    private static List<Row> rows(String text, char separator, int most) {
        List<Row> rows = new ArrayList<>();
        int line = 1;
        try (CSVReader reader = new CSVReaderBuilder(new StringReader(text))
                .withCSVParser(parser(separator))
                .withMultilineLimit(LINES_OF_A_CELL)
                .build()) {
            String[] cells = reader.readNext();
            while (cells != null && rows.size() <= most) {
                if (Arrays.stream(cells).anyMatch(cell -> !cell.isBlank())) {
                    rows.add(new Row(line, List.of(cells)));
                }
                line = (int) reader.getLinesRead() + 1;
                cells = reader.readNext();
            }
            return rows;
        } catch (IOException | CsvException unclosed) {
            throw new InvalidInput(Problem.general(CsvProblem.FILE_QUOTES, line));
        }
    }

    /** Not the library's RFC 4180 parser, which takes an empty line for the end of the file; no file has the escape sign. */
    private static ICSVParser parser(char separator) {
        return new CSVParserBuilder()
                .withSeparator(separator)
                .withEscapeChar('\0')
                .build();
    }

    /** Whichever of the two the titles have more of. */
    private static char separator(String text) {
        String titles = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        long commas = titles.chars().filter(c -> c == ',').count();
        return commas > titles.chars().filter(c -> c == ';').count() ? ',' : ';';
    }

    static String folded(String title) {
        return NameNormalizer.withoutAccents(title.strip()).replaceAll("[^a-z0-9]+", "_");
    }
}
