package org.relais.keycloak.directory.index;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A way in which a search may be meant.
 *
 * @param paths the ways along the index, each of which leads to all whom it means
 */
record QueryInterpretation(List<Path> paths) {

    /**
     * Rows of the index, in their order.
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
        List<List<String>> meanings = PeopleQuery.of(search.text()).meanings();
        boolean isNarrowed = schools != null || search.type() != null;
        Stream<List<String>> texts = meanings.isEmpty() && isNarrowed ? Stream.of(List.of()) : meanings.stream();
        return texts.map(words -> of(schools, search.type(), words)).toList();
    }

    /** With words, whoever is of a type is looked for among the words of that type: they are few where both are many. */
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
