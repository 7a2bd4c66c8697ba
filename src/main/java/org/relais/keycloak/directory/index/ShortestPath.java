package org.relais.keycloak.directory.index;

import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.relais.keycloak.directory.index.QueryInterpretation.Path;

/**
 * Which of several paths along the index to scan: the one with the fewest rows.
 *
 * @param number of the path
 * @param rows   how many rows it has; a large number where they were not counted to the end
 */
record ShortestPath(int number, long rows) {

    /** The database reads as many rows in a millisecond: below that it matters little which path is shorter. */
    private static final int MANY = 2_000;

    static ShortestPath of(List<Path> paths, SearchStore store) {
        if (paths.size() == 1) {
            return new ShortestPath(0, Long.MAX_VALUE);
        }
        ShortestPath shortest = among(paths, count(paths, MANY, store));
        return shortest.rows() < MANY ? shortest : among(paths, count(paths, SearchStore.SEGMENT, store));
    }

    /** Where two are equally short, the one with fewer values. */
    private static ShortestPath among(List<Path> paths, List<Long> counts) {
        int shortest = IntStream.range(0, paths.size())
                .boxed()
                .min(Comparator.<Integer>comparingLong(counts::get)
                        .thenComparing(number -> paths.get(number).along().isOneOfSeveral()))
                .orElseThrow();
        return new ShortestPath(shortest, counts.get(shortest));
    }

    /** In one statement, no further than {@code enough} for a value; values that are too many for a line count as that. */
    private static List<Long> count(List<Path> paths, int enough, SearchStore store) {
        List<Criterion> ranges = paths.stream()
                .map(Path::along)
                .filter(Criterion::fitsLine)
                .flatMap(along -> along.eachValue().stream())
                .toList();
        Iterator<Long> counts = ranges.isEmpty()
                ? Collections.emptyIterator()
                : store.count(ranges, enough).iterator();
        return paths.stream()
                .map(Path::along)
                .map(along -> along.fitsLine()
                        ? along.eachValue().stream()
                                .mapToLong(range -> counts.next())
                                .sum()
                        : enough)
                .toList();
    }
}
