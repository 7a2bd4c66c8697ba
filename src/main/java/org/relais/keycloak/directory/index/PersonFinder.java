package org.relais.keycloak.directory.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.relais.keycloak.directory.index.QueryInterpretation.Path;
import org.relais.keycloak.directory.index.SearchStore.Row;

/** Finds the page of people whom a search means: by the first meaning of its text that means anybody. */
public final class PersonFinder {

    /** As many rows are looked through in a millisecond: which of two paths has more does not matter much then. */
    private static final int MANY = 2_000;

    /** Two words that many people have, and nobody both: what is behind that many rows is left to the next page. */
    private static final int MOST_STRETCHES = 3;

    private static final int MOST_STATEMENTS = 40;

    private final SearchStore store;

    public PersonFinder(SearchStore store) {
        this.store = store;
    }

    /**
     * @param after null for the first page
     * @return the ids of the page, and where it ends
     */
    public Found find(PeopleSearch search, PeoplePosition after, int max) {
        List<QueryInterpretation> meanings = QueryInterpretation.of(search);
        if (after != null) {
            Path path = meanings.get(after.meaning()).paths().get(after.path());
            return new Way(after.meaning(), after.path(), path, Long.MAX_VALUE, max).follow(after);
        }
        for (int meaning = 0; meaning < meanings.size(); meaning++) {
            List<Path> paths = meanings.get(meaning).paths();
            Shortest shortest = shortest(paths);
            Found found =
                    new Way(meaning, shortest.path(), paths.get(shortest.path()), shortest.rows(), max).follow(null);
            if (!found.ids().isEmpty() || found.next() != null) {
                return found;
            }
        }
        return new Found(List.of(), null);
    }

    /** Whether a place can be one of this search. */
    public static boolean belongs(PeoplePosition place, PeopleSearch search) {
        List<QueryInterpretation> meanings = QueryInterpretation.of(search);
        return place.meaning() >= 0
                && place.meaning() < meanings.size()
                && place.path() >= 0
                && place.path() < meanings.get(place.meaning()).paths().size();
    }

    /** @param next null if there is nobody else; a page may be short, or empty, and still not be the last */
    public record Found(List<String> ids, PeoplePosition next) {}

    /** Along one path, value by value, until the page is full or enough has been looked at. */
    private final class Way {

        private final int meaning;
        private final int number;
        private final List<Criterion> legs;
        private final List<Criterion> others;
        private final boolean isOneStretch;
        private final int max;
        private final List<Row> found = new ArrayList<>();
        private int stretches = MOST_STRETCHES;
        private int statements = MOST_STATEMENTS;

        /** @param rows how many the path has at most */
        Way(int meaning, int number, Path path, long rows, int max) {
            this.meaning = meaning;
            this.number = number;
            this.legs = path.along().eachValue();
            this.others = path.others();
            this.isOneStretch = others.isEmpty() || rows < SearchStore.STRETCH;
            this.max = max;
        }

        Found follow(PeoplePosition after) {
            PeoplePosition place = after;
            for (int leg = 0; leg < legs.size(); leg++) {
                if (place != null && !legs.get(leg).reaches(place.token())) {
                    continue;
                }
                PeoplePosition end = statements > 0 ? walk(leg, place) : beginning(legs.get(leg));
                if (end != null) {
                    return new Found(ids(found), end);
                }
                place = null;
            }
            return new Found(ids(found), null);
        }

        /** Where to go on with the next page; null if there is nothing behind. */
        private PeoplePosition walk(int leg, PeoplePosition after) {
            PeoplePosition place = after;
            while (true) {
                int wanted = max + 1 - found.size();
                List<Row> rows = store.find(legs.get(leg), others, place, wanted);
                statements--;
                Map<String, String> lines = linesOfThoseCut(rows);
                rows.stream().filter(row -> isMeant(row, leg, lines)).forEach(found::add);
                if (found.size() > max) {
                    found.remove(max);
                    return place(found.get(max - 1));
                }
                Row last = rows.size() == wanted ? rows.get(wanted - 1) : endOfStretch(leg, place);
                if (last == null) {
                    return null;
                }
                place = place(last);
                if (rows.size() < wanted && --stretches == 0) {
                    return place;
                }
            }
        }

        /** Whether the person of a row meets the other criteria, and was not found along an earlier leg. */
        private boolean isMeant(Row row, int leg, Map<String, String> lines) {
            String line = lines.getOrDefault(row.personId(), row.line());
            return (!row.isCut() || others.stream().allMatch(other -> other.isIn(line)))
                    && legs.subList(0, leg).stream().noneMatch(earlier -> earlier.isIn(line));
        }

        /** The statement knows of them only what their lines hold. */
        private Map<String, String> linesOfThoseCut(List<Row> rows) {
            List<String> cut = rows.stream()
                    .filter(Row::isCut)
                    .map(Row::personId)
                    .distinct()
                    .toList();
            return cut.isEmpty() ? Map.of() : store.wholeLines(cut);
        }

        private Row endOfStretch(int leg, PeoplePosition place) {
            return isOneStretch ? null : store.end(legs.get(leg), place).orElse(null);
        }

        private PeoplePosition place(Row row) {
            return new PeoplePosition(meaning, number, row.token(), row.line(), row.personId());
        }

        private PeoplePosition beginning(Criterion leg) {
            return new PeoplePosition(meaning, number, leg.from(), " ", " ");
        }
    }

    private static List<String> ids(List<Row> rows) {
        return rows.stream().map(Row::personId).toList();
    }

    /**
     * The path that is looked along.
     *
     * @param rows how many it has; a large number where they were not counted to the end
     */
    private record Shortest(int path, long rows) {}

    private Shortest shortest(List<Path> paths) {
        if (paths.size() == 1) {
            return new Shortest(0, Long.MAX_VALUE);
        }
        Shortest shortest = shortest(paths, count(paths, MANY));
        return shortest.rows() < MANY ? shortest : shortest(paths, count(paths, SearchStore.STRETCH));
    }

    /** Where two are equally short, the one with fewer values. */
    private static Shortest shortest(List<Path> paths, List<Long> counts) {
        int shortest = IntStream.range(0, paths.size())
                .boxed()
                .min(Comparator.<Integer>comparingLong(counts::get)
                        .thenComparing(number -> paths.get(number).along().isOneOfSeveral()))
                .orElseThrow();
        return new Shortest(shortest, counts.get(shortest));
    }

    /** In one statement, no further than {@code enough} for a value; values that are too many for a line count as that. */
    private List<Long> count(List<Path> paths, int enough) {
        List<Criterion> legs = paths.stream()
                .map(Path::along)
                .filter(Criterion::fitsLine)
                .flatMap(along -> along.eachValue().stream())
                .toList();
        Iterator<Long> counts = legs.isEmpty()
                ? Collections.emptyIterator()
                : store.count(legs, enough).iterator();
        return paths.stream()
                .map(Path::along)
                .map(along -> along.fitsLine()
                        ? along.eachValue().stream()
                                .mapToLong(leg -> counts.next())
                                .sum()
                        : enough)
                .toList();
    }
}
