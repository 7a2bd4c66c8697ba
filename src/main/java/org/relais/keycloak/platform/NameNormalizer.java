package org.relais.keycloak.platform;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes from written names what people do not hear: accents, case, ligatures, what stands between two words. */
public final class NameNormalizer {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("(?<=\\p{L})['’ʼ`´](?=\\p{L})");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");

    /** Letters that have no decomposition in Unicode. */
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'ŧ', "t"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ı', "i"));

    private NameNormalizer() {}

    /** The words of a text in letters a to z and digits; an apostrophe parts two words: {@code l, hostis}. */
    public static List<String> words(String text) {
        return text == null ? List.of() : split(plain(text));
    }

    /** The same, but an apostrophe parts nothing: {@code lhostis}. */
    public static List<String> spokenWords(String text) {
        return text == null ? List.of() : split(plain(APOSTROPHES.matcher(text).replaceAll("")));
    }

    private static List<String> split(String plain) {
        return Arrays.stream(BETWEEN_WORDS.split(plain))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** A text in small letters and without accents; ligatures and all else stay as they are. */
    public static String withoutAccents(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** A text in small letters, without accents and ligatures; all else stays as it is. */
    public static String plain(String text) {
        String lower = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return MARKS.matcher(lower)
                .replaceAll("")
                .codePoints()
                .mapToObj(letter -> LETTERS.getOrDefault(letter, Character.toString(letter)))
                .collect(Collectors.joining());
    }
}
