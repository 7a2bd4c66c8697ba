package org.relais.keycloak.directory.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is indexed is found by whatever people type for it, and by nothing else. */
class PersonTokensTest {

    private static final List<String> FIRST_NAMES =
            List.of("Hélène", "Jean-Pierre", "Loïc", "Anaëlle", "François", "Maëlys", "Øystein", "Ngọc", "Ève");
    private static final List<String> LAST_NAMES = List.of(
            "Guéguen",
            "Le Gall",
            "Legall",
            "L'Hostis",
            "L’Helgouac’h",
            "Nguyễn",
            "Cœuret",
            "Łukasz",
            "Đặng",
            "Weiß",
            "de La Villemarqué",
            "Ar Bras-Kerdoncuff",
            "D'Hervé",
            "Dupont");

    @ParameterizedTest
    @CsvSource({
        "Hélène, Guéguen, helene gueguen",
        "Hélène, Guéguen, GUEGUEN Hel",
        "Hélène, Guéguen, gueg",
        "Yann, Le Gall, legall",
        "Yann, Le Gall, le gall",
        "Yann, Le Gall, gall yann",
        "Yann, Le Gall, gall le",
        "Yann, Legall, le gall",
        "Yann, Legall, Yann Le Gall",
        "Rozenn, L'Hostis, lhostis",
        "Rozenn, L'Hostis, l’hostis",
        "Rozenn, L'Hostis, hostis",
        "Rozenn, L'Hostis, l hostis",
        "Rozenn, Lhostis, l'hostis",
        "Thi, Nguyễn, nguyen",
        "Jean-Pierre, Cœuret, coeuret jean pierre",
        "Jean-Pierre, Cœuret, jean-p",
        "Jean-Pierre, Cœuret, jeanpierre",
        "Anna, Weiß, weiss",
        "Jan, Łukasz, lukasz",
        "Lan, Đặng, dang",
        "Jean, de La Villemarqué, delavillemarque",
        "Jean, de La Villemarqué, villemarque",
        "Jean, de La Villemarqué, jean de la ville",
    })
    void a_name_is_found_by_what_people_type(String first, String last, String typed) {
        assertThat(finds(typed, person(first, last))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Hélène, Guéguen, gueguenn",
        "Hélène, Guéguen, elene",
        "Hélène, Guéguen, helene martin",
        "Yann, Le Gall, all",
        "Yann, Le Gall, ann",
        "Jean-Pierre, Cœuret, euret",
    })
    void nothing_else_finds_it(String first, String last, String typed) {
        assertThat(finds(typed, person(first, last))).isFalse();
    }

    @Test
    void an_identifier_and_a_mail_address_find_their_owner() {
        PersonTokens person = PersonTokens.of(
                "helene.gueguen12", "Hélène", "Le Bras", "h.lebras@academie.example", List.of(), List.of());
        for (String typed : List.of(
                "helene.gueguen12", "helene.gue", "gueguen12", "h.lebras", "h.lebras@academie.example", "lebras")) {
            assertThat(finds(typed, person)).as(typed).isTrue();
        }
        assertThat(finds("academie", person)).isFalse();
        assertThat(finds("elene.gueguen12", person)).isFalse();
    }

    @Test
    void any_accent_case_order_and_beginning_of_its_words_finds_a_name() {
        Random random = new Random(20261124);
        for (int round = 0; round < 5_000; round++) {
            String first = oneOf(FIRST_NAMES, random);
            String last = oneOf(LAST_NAMES, random);
            String typed = variant(first + " " + last, random);
            assertThat(finds(typed, person(first, last)))
                    .as("%s %s by “%s”", first, last, typed)
                    .isTrue();
        }
    }

    @Test
    void tokens_hold_digits_and_letters_only_and_fit_their_column() {
        PersonTokens tokens = PersonTokens.of(
                "x".repeat(255),
                "😀 Zoé\u0000",
                "a-b-c-d-e-f-g " + "y".repeat(255),
                "  @@ ",
                List.of("0359001U"),
                List.of("vie-scolaire"));
        assertThat(tokens.byKind().get(TokenKind.WORD)).allMatch(token -> token.matches("[a-z0-9]{1,64}"));
        assertThat(tokens.line()).hasSizeLessThanOrEqualTo(400);
        assertThat(tokens.byKind().get(TokenKind.SCHOOL)).containsExactly("0359001u");
        assertThat(tokens.byKind().get(TokenKind.TYPED)).allMatch(token -> token.matches("[a-z0-9]{11,64}"));
    }

    @Test
    void each_word_stands_among_those_of_each_type_too() {
        List<String> types = List.of("aesh", "vie-scolaire");
        PersonTokens person = PersonTokens.of("p1", "Yann", "Le Gall", null, List.of(), types);
        Set<String> words = person.byKind().get(TokenKind.WORD);
        Set<String> typed = person.byKind().get(TokenKind.TYPED);
        assertThat(typed).hasSize(types.size() * words.size());
        for (String type : types) {
            assertThat(words).allMatch(word -> isIn(Criterion.beginningWith(word, type), typed));
        }
        assertThat(words).noneMatch(word -> isIn(Criterion.beginningWith(word, "direction"), typed));
    }

    @Test
    void a_word_too_long_beside_its_type_is_looked_for_in_the_line_as_well() {
        String fits = "y".repeat(54);
        assertThat(othersOnThePathOf(fits)).isEmpty();
        assertThat(othersOnThePathOf(fits + "y")).containsExactly(Criterion.beginningWith(fits + "y"));
    }

    private static List<Criterion> othersOnThePathOf(String word) {
        List<QueryInterpretation> interpretations = QueryInterpretation.of(new PeopleSearch(word, null, "aesh"));
        assertThat(interpretations).hasSize(1);
        assertThat(interpretations.get(0).paths()).hasSize(1);
        assertThat(interpretations.get(0).paths().get(0).along()).isEqualTo(Criterion.beginningWith(word, "aesh"));
        return interpretations.get(0).paths().get(0).others();
    }

    private static boolean isIn(Criterion criterion, Set<String> tokens) {
        return tokens.stream()
                .anyMatch(token -> token.compareTo(criterion.from()) >= 0 && token.compareTo(criterion.to()) <= 0);
    }

    private static PersonTokens person(String first, String last) {
        return PersonTokens.of("p1", first, last, null, List.of(), List.of());
    }

    /** As the database does it: a meaning finds whoever has a token for each of its words. */
    private static boolean finds(String typed, PersonTokens person) {
        Set<String> tokens = person.byKind().get(TokenKind.WORD);
        return PeopleQuery.of(typed).interpretations().stream()
                .anyMatch(words ->
                        words.stream().map(Criterion::beginningWith).allMatch(criterion -> isIn(criterion, tokens)));
    }

    private static String variant(String name, Random random) {
        List<String> words = new ArrayList<>(Arrays.asList(name.split("[ -]")));
        Collections.shuffle(words, random);
        words.replaceAll(word -> {
            String typed = random.nextBoolean() ? word : withoutMarks(word);
            int length = 1 + random.nextInt(typed.length());
            String beginning = random.nextBoolean() ? typed : typed.substring(0, length);
            return random.nextBoolean() ? beginning : beginning.toUpperCase(Locale.ROOT);
        });
        return String.join(random.nextBoolean() ? " " : "  ", words);
    }

    private static String withoutMarks(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private static String oneOf(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
