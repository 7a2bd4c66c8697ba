package org.relais.keycloak.directory.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.keycloak.platform.NameNormalizer;
import org.relais.keycloak.platform.Sha256;

/**
 * What a person is found by: the words of the names, those of the identifier and of the email address before the {@code @},
 * words that stand together also in one ({@code legall, lhostis, jeanpierre}), schools and types, and each word together with
 * each type.
 *
 * @param line all of them one after the other, the last and the first name in front, which is the order of people; it ends
 *             with {@value #CUT} where they do not all fit
 */
record PersonTokens(Map<TokenKind, Set<String>> byKind, String line) {

    static final int LONGEST = 64;
    static final int LONGEST_LINE = 400;
    static final String CUT = " + ";

    /** As many letters stand for a type before a word, in an alphabet that each database orders the same way. */
    private static final int TYPE_LENGTH = 10;

    /** Kept out of the words: a name of that many words is a text. */
    private static final int MOST_JOINED = 4;

    static PersonTokens of(
            String username,
            String firstName,
            String lastName,
            String email,
            Collection<String> schools,
            Collection<String> types) {
        Set<String> words = new TreeSet<>();
        addAll(words, NameNormalizer.words(firstName));
        addAll(words, NameNormalizer.words(lastName));
        addAll(words, NameNormalizer.words(username));
        addAll(words, NameNormalizer.words(email == null ? null : email.substring(0, Math.max(0, email.indexOf('@')))));
        List<String> name = new ArrayList<>(NameNormalizer.words(lastName));
        name.addAll(NameNormalizer.words(firstName));
        if (name.isEmpty()) {
            name.addAll(NameNormalizer.words(username));
        }
        Map<TokenKind, Set<String>> byKind = Map.of(
                TokenKind.WORD, words,
                TokenKind.SCHOOL, exact(schools),
                TokenKind.TYPE, exact(types),
                TokenKind.TYPED, typed(types, words));
        return new PersonTokens(byKind, line(cut(String.join(" ", name)), byKind));
    }

    /** How many letters the token has in common with the one before it of the same kind and person. */
    static int shared(String token, String before) {
        int length = 0;
        while (length < Math.min(token.length(), before.length()) && token.charAt(length) == before.charAt(length)) {
            length++;
        }
        return length;
    }

    /** Words in front of schools: there are people with dozens of these. A word that begins another one is found there. */
    private static String line(String name, Map<TokenKind, Set<String>> byKind) {
        StringBuilder line = new StringBuilder(" ").append(name).append(' ');
        boolean isWhole = append(line, TokenKind.TYPE, byKind.get(TokenKind.TYPE));
        isWhole &= append(
                line,
                TokenKind.WORD,
                byKind.get(TokenKind.WORD).stream()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .toList());
        isWhole &= append(line, TokenKind.SCHOOL, byKind.get(TokenKind.SCHOOL));
        return isWhole ? line.toString() : line.append(CUT.substring(1)).toString();
    }

    /** Returns whether all of them fit. */
    private static boolean append(StringBuilder line, TokenKind kind, Collection<String> tokens) {
        boolean isWhole = true;
        for (String token : tokens) {
            String text = kind.mark().substring(1) + token + " ";
            boolean isThere = kind == TokenKind.WORD && line.indexOf(" " + token) >= 0;
            if (!isThere && line.length() + text.length() + CUT.length() <= LONGEST_LINE) {
                line.append(text);
            } else {
                isWhole &= isThere;
            }
        }
        return isWhole;
    }

    String digest() {
        return Sha256.of(Stream.concat(
                        Stream.of(line),
                        byKind.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(Map.Entry::toString))
                .toList());
    }

    /** How a school or a type is written in the index: in letters that every database compares alike. */
    static String exact(String value) {
        return cut(String.join("-", NameNormalizer.words(value)));
    }

    /** How a word of somebody of a type is written in the index. */
    static String typed(String type, String word) {
        return cut(Sha256.of(List.of(exact(type))).substring(0, TYPE_LENGTH) + word);
    }

    /** Whether all of a word is in {@link #typed}. */
    static boolean fitsTyped(String word) {
        return TYPE_LENGTH + word.length() <= LONGEST;
    }

    private static Set<String> typed(Collection<String> types, Collection<String> words) {
        return types.stream()
                .flatMap(type -> words.stream().map(word -> typed(type, word)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> exact(Collection<String> values) {
        return values.stream()
                .map(PersonTokens::exact)
                .filter(token -> !token.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Every word, and neighbours in one. */
    private static void addAll(Set<String> tokens, List<String> words) {
        for (int from = 0; from < words.size(); from++) {
            StringBuilder joined = new StringBuilder();
            for (int to = from; to < Math.min(words.size(), from + MOST_JOINED); to++) {
                joined.append(words.get(to));
                tokens.add(cut(joined.toString()));
            }
        }
    }

    private static String cut(String token) {
        return token.substring(0, Math.min(LONGEST, token.length()));
    }
}
