package org.relais.keycloak.directory.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.directory.index.PersonFinder.Found;
import org.relais.keycloak.directory.index.QueryInterpretation.Path;
import org.relais.keycloak.directory.index.SearchStore.Row;

/** Scans the index along one path, range by range, until the page is full or enough rows have been read. */
final class IndexScan {

    /** Many people may have each of two words and nobody both: rows beyond that many segments wait for the next page. */
    private static final int MOST_SEGMENTS = 3;

    private static final int MOST_STATEMENTS = 40;

    private final SearchStore store;
    private final int interpretation;
    private final int path;
    private final List<Criterion> ranges;
    private final List<Criterion> others;
    private final boolean isOneSegment;
    private final int max;
    private final List<Row> found = new ArrayList<>();
    private int segments = MOST_SEGMENTS;
    private int statements = MOST_STATEMENTS;

    /** @param rows how many the path has at most */
    IndexScan(SearchStore store, int interpretation, int number, Path path, long rows, int max) {
        this.store = store;
        this.interpretation = interpretation;
        this.path = number;
        this.ranges = path.along().eachValue();
        this.others = path.others();
        this.isOneSegment = others.isEmpty() || rows < SearchStore.SEGMENT;
        this.max = max;
    }

    /** @param after where the page before ended; null for the first page */
    Found run(PeoplePosition after) {
        PeoplePosition position = after;
        for (int range = 0; range < ranges.size(); range++) {
            if (position != null && !ranges.get(range).reaches(position.token())) {
                continue;
            }
            PeoplePosition end = statements > 0 ? scan(range, position) : beginning(ranges.get(range));
            if (end != null) {
                return new Found(ids(), end);
            }
            position = null;
        }
        return new Found(ids(), null);
    }

    private List<String> ids() {
        return found.stream().map(Row::personId).toList();
    }

    /** Where to go on with the next page; null if the range holds nothing more. */
    private PeoplePosition scan(int range, PeoplePosition after) {
        PeoplePosition position = after;
        while (true) {
            int wanted = max + 1 - found.size();
            List<Row> rows = store.find(ranges.get(range), others, position, wanted);
            statements--;
            Map<String, String> lines = linesOfThoseCut(rows);
            rows.stream().filter(row -> isMeant(row, range, lines)).forEach(found::add);
            if (found.size() > max) {
                found.remove(max);
                return position(found.get(max - 1));
            }
            Row last = rows.size() == wanted ? rows.get(wanted - 1) : endOfSegment(range, position);
            if (last == null) {
                return null;
            }
            position = position(last);
            if (rows.size() < wanted && --segments == 0) {
                return position;
            }
        }
    }

    /** Whether the person of a row meets the other criteria, and was not found in an earlier range. */
    private boolean isMeant(Row row, int range, Map<String, String> lines) {
        String line = lines.getOrDefault(row.personId(), row.line());
        return (!row.isCut() || others.stream().allMatch(other -> other.isIn(line)))
                && ranges.subList(0, range).stream().noneMatch(earlier -> earlier.isIn(line));
    }

    /** The whole lines of people whose lines are cut: the statement compares only what a cut line still holds. */
    private Map<String, String> linesOfThoseCut(List<Row> rows) {
        List<String> cut =
                rows.stream().filter(Row::isCut).map(Row::personId).distinct().toList();
        return cut.isEmpty() ? Map.of() : store.wholeLines(cut);
    }

    private Row endOfSegment(int range, PeoplePosition position) {
        return isOneSegment ? null : store.end(ranges.get(range), position).orElse(null);
    }

    private PeoplePosition position(Row row) {
        return new PeoplePosition(interpretation, path, row.token(), row.line(), row.personId());
    }

    private PeoplePosition beginning(Criterion range) {
        return new PeoplePosition(interpretation, path, range.from(), " ", " ");
    }
}
