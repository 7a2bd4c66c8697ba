package org.relais.keycloak.directory.index;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One way to understand a search.
 *
 * @param paths the paths along the index; each leads to all people it means
 */
record QueryInterpretation(List<Path> paths) {

    /**
     * Consecutive rows of the index.
     *
     * @param along  what all of them have
     * @param others what the person of each must have besides; nothing if the rows alone tell
     */
    record Path(Criterion along, List<Criterion> others) {}

    /** The likeliest first; none for a search that says nothing. */
    static List<QueryInterpretation> of(PeopleSearch search) {
        Criterion schools = search.schools() == null || search.schools().isEmpty()
                ? null
                : Criterion.oneOf(TokenKind.SCHOOL, search.schools());
        List<List<String>> interpretations = PeopleQuery.of(search.text()).interpretations();
        boolean isNarrowed = schools != null || search.type() != null;
        Stream<List<String>> texts =
                interpretations.isEmpty() && isNarrowed ? Stream.of(List.of()) : interpretations.stream();
        return texts.map(words -> of(schools, search.type(), words)).toList();
    }

    /** A word and a type are looked for together, as a typed word: few people have both even where many have each. */
    private static QueryInterpretation of(Criterion schools, String typeId, List<String> words) {
        Criterion type = typeId == null ? null : Criterion.oneOf(TokenKind.TYPE, List.of(typeId));
        List<Criterion> all = Stream.concat(
                        Stream.of(schools, type), words.stream().map(Criterion::beginningWith))
                .filter(criterion -> criterion != null)
                .toList();
        List<Path> paths = new ArrayList<>();
        if (schools != null) {
            paths.add(new Path(schools, without(all, List.of(schools))));
        }
        if (type != null && words.isEmpty()) {
            paths.add(new Path(type, without(all, List.of(type))));
        }
        for (String word : words) {
            Criterion plain = Criterion.beginningWith(word);
            if (type == null) {
                paths.add(new Path(plain, without(all, List.of(plain))));
            } else {
                List<Criterion> told = PersonTokens.fitsTyped(word) ? List.of(type, plain) : List.of(type);
                paths.add(new Path(Criterion.beginningWith(word, typeId), without(all, told)));
            }
        }
        return new QueryInterpretation(paths);
    }

    private static List<Criterion> without(List<Criterion> criteria, List<Criterion> told) {
        return criteria.stream().filter(criterion -> !told.contains(criterion)).toList();
    }
}
