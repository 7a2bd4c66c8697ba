package org.relais.keycloak.directory.index;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Something that those who are looked for have.
 *
 * @param from   the first token that has it
 * @param to     the last one
 * @param values the tokens themselves; null for all between the two
 */
record Criterion(TokenKind kind, String from, String to, List<String> values) {

    /** More values are not looked for in a person's line one after the other. */
    private static final int MOST_PATTERNS = 8;

    /** Tokens hold digits and letters only, and none is longer: behind this stands nothing that begins with the word. */
    static Criterion beginningWith(String word) {
        return beginningWith(TokenKind.WORD, word);
    }

    /** The same of those who are of a type. */
    static Criterion beginningWith(String word, String type) {
        return beginningWith(TokenKind.TYPED, PersonTokens.typed(type, word));
    }

    private static Criterion beginningWith(TokenKind kind, String token) {
        return new Criterion(kind, token, token + "z".repeat(PersonTokens.LONGEST - token.length()), null);
    }

    static Criterion oneOf(TokenKind kind, Collection<String> values) {
        List<String> tokens =
                values.stream().map(PersonTokens::exact).distinct().sorted().toList();
        return new Criterion(kind, tokens.get(0), tokens.get(tokens.size() - 1), tokens);
    }

    boolean isExact() {
        return values != null;
    }

    boolean isOneOfSeveral() {
        return values != null && values.size() > 1;
    }

    /** One for each value: each has an order of its own in the index. */
    List<Criterion> eachValue() {
        return isOneOfSeveral()
                ? values.stream()
                        .map(value -> new Criterion(kind, value, value, List.of(value)))
                        .toList()
                : List.of(this);
    }

    boolean reaches(String token) {
        return to.compareTo(token) >= 0;
    }

    /** Whether the person with this line has it; the line must not be cut. */
    boolean isIn(String line) {
        return values == null
                ? line.contains(kind.mark() + from)
                : values.stream().anyMatch(value -> line.contains(kind.mark() + value + " "));
    }

    /** As a condition on a row of the index with this alias; its parameters carry this number. */
    String range(String alias, int number) {
        String range = alias + ".kind = :kind" + number + " and " + alias + ".token >= :from" + number + " and " + alias
                + ".token <= :to" + number;
        return isOneOfSeveral() ? range + " and " + alias + ".token in :values" + number : range;
    }

    /** As a condition on the person of a row. */
    String holds(String alias, int number) {
        List<String> patterns = patterns();
        return patterns.isEmpty()
                ? "exists (select 1 from PersonTokenEntity o where o.personId = " + alias + ".personId and "
                        + range("o", number) + ")"
                : IntStream.range(0, patterns.size())
                        .mapToObj(which -> alias + ".line like :like" + number + "x" + which + " escape '!'")
                        .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** Whether a person's line tells that they have it. */
    boolean fitsLine() {
        return values == null || values.size() <= MOST_PATTERNS;
    }

    /** What the line of a person who has it is like; empty if that would be too many. */
    List<String> patterns() {
        if (values == null) {
            return List.of("% " + from + "%");
        }
        return !fitsLine()
                ? List.of()
                : values.stream()
                        .map(value -> "%" + kind.mark() + value.replaceAll("([!%_])", "!$1") + " %")
                        .toList();
    }
}
