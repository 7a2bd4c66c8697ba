package org.relais.keycloak.directory.index;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A condition of a search, and the range of the index in which it holds.
 *
 * @param from   the first token of the range
 * @param to     the last one
 * @param values the tokens themselves; null for all between the two
 */
record Criterion(TokenKind kind, String from, String to, List<String> values) {

    /** More values than this are not looked for one by one in a person's line. */
    private static final int MOST_PATTERNS = 8;

    /** The range ends with the word and as many {@code z} as a token can have: no token that begins with it comes later. */
    static Criterion beginningWith(String word) {
        return beginningWith(TokenKind.WORD, word);
    }

    /** The same among people of one type. */
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

    /** One criterion for each value: each value has its own range of the index. */
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

    /** Whether a person meets it whose line is this one; the line must not be cut. */
    boolean isIn(String line) {
        return values == null
                ? line.contains(kind.mark() + from)
                : values.stream().anyMatch(value -> line.contains(kind.mark() + value + " "));
    }

    /** The condition on a row of the index that has this alias; its parameters carry this number. */
    String range(String alias, int number) {
        String range = alias + ".kind = :kind" + number + " and " + alias + ".token >= :from" + number + " and " + alias
                + ".token <= :to" + number;
        return isOneOfSeveral() ? range + " and " + alias + ".token in :values" + number : range;
    }

    /** The condition on the person of a row. */
    String holds(String alias, int number) {
        List<String> patterns = patterns();
        return patterns.isEmpty()
                ? "exists (select 1 from PersonTokenEntity o where o.personId = " + alias + ".personId and "
                        + range("o", number) + ")"
                : IntStream.range(0, patterns.size())
                        .mapToObj(which -> alias + ".line like :like" + number + "x" + which + " escape '!'")
                        .collect(Collectors.joining(" or ", "(", ")"));
    }

    /** Whether a person's line is enough to tell. */
    boolean fitsLine() {
        return values == null || values.size() <= MOST_PATTERNS;
    }

    /** Patterns for the line of a person who meets it; empty if that would be too many. */
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
