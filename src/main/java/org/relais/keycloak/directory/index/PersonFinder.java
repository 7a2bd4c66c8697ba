package org.relais.keycloak.directory.index;

import java.util.List;
import org.relais.keycloak.directory.index.QueryInterpretation.Path;

/** Finds the page of people that a search means: by the first interpretation of its text that means anybody. */
public final class PersonFinder {

    private final SearchStore store;

    public PersonFinder(SearchStore store) {
        this.store = store;
    }

    /**
     * A page of people.
     *
     * @param next null if there is nobody else; a page may be short, or empty, and still not be the last
     */
    public record Found(List<String> ids, PeoplePosition next) {}

    /**
     * @param after null for the first page
     * @return the ids of the page, and where it ends
     */
    public Found find(PeopleSearch search, PeoplePosition after, int max) {
        List<QueryInterpretation> interpretations = QueryInterpretation.of(search);
        if (after != null) {
            Path path = interpretations.get(after.interpretation()).paths().get(after.path());
            return new IndexScan(store, after.interpretation(), after.path(), path, Long.MAX_VALUE, max).run(after);
        }
        for (int interpretation = 0; interpretation < interpretations.size(); interpretation++) {
            List<Path> paths = interpretations.get(interpretation).paths();
            ShortestPath shortest = ShortestPath.of(paths, store);
            Path path = paths.get(shortest.number());
            Found found = new IndexScan(store, interpretation, shortest.number(), path, shortest.rows(), max).run(null);
            if (!found.ids().isEmpty() || found.next() != null) {
                return found;
            }
        }
        return new Found(List.of(), null);
    }

    /** Whether a position can be one of this search. */
    public static boolean belongs(PeoplePosition position, PeopleSearch search) {
        List<QueryInterpretation> interpretations = QueryInterpretation.of(search);
        return position.interpretation() >= 0
                && position.interpretation() < interpretations.size()
                && position.path() >= 0
                && position.path()
                        < interpretations.get(position.interpretation()).paths().size();
    }
}
