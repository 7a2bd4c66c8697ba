package org.relais.keycloak.directory.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.relais.keycloak.platform.NameNormalizer;

/**
 * The words of what somebody typed, in each way they may be meant: a particle goes with what follows ({@code le gall} finds
 * "Legall" too), an identifier is one word, and if nobody is found like that, each word stands for itself.
 */
record PeopleQuery(List<List<String>> interpretations) {

    private static final Set<String> PARTICLES = Set.of("le", "la", "les", "l", "de", "du", "des", "d");

    static PeopleQuery of(String text) {
        String identifier = text.contains("@") ? text.substring(0, text.indexOf('@')) : text;
        List<String> together = isOneWord(identifier)
                ? List.of(String.join("", NameNormalizer.words(identifier)))
                : withParticles(NameNormalizer.spokenWords(text));
        return new PeopleQuery(Stream.of(together, NameNormalizer.words(identifier))
                .map(words -> words.stream()
                        .filter(word -> !word.isEmpty())
                        .map(word -> word.substring(0, Math.min(PersonTokens.LONGEST, word.length())))
                        .distinct()
                        .toList())
                .filter(words -> !words.isEmpty())
                .distinct()
                .toList());
    }

    private static boolean isOneWord(String text) {
        return text.strip().chars().noneMatch(Character::isWhitespace);
    }

    private static List<String> withParticles(List<String> words) {
        List<String> together = new ArrayList<>();
        String pending = "";
        for (String word : words) {
            if (PARTICLES.contains(word)) {
                pending += word;
            } else {
                together.add(pending + word);
                pending = "";
            }
        }
        if (!pending.isEmpty()) {
            together.add(pending);
        }
        return together;
    }
}
