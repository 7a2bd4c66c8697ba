package org.relais.keycloak.directory.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.relais.keycloak.database.EntityDatabase;

/** Whatever path along the index is taken, and whatever the page: everybody meant is found, once, and nobody else. */
class PersonFinderTest {

    private static final String REALM = "a-realm";
    private static final int PEOPLE = 2_600;
    private static final int SEARCHES = 240;
    private static final List<String> FIRST_NAMES = List.of("Marie", "Marie-Anne", "Hélène", "Yann", "Loïc");
    private static final List<String> LAST_NAMES = List.of("Le Gall", "Legalloudec", "Marie", "L'Hostis", "Guéguen");
    private static final List<String> SCHOOLS = List.of("0350001A", "0350002B", "0350003C");
    private static final List<String> MANY_SCHOOLS =
            IntStream.range(0, 60).mapToObj("056%04dZ"::formatted).toList();
    private static final List<String> TYPES = List.of("aesh", "enseignants", "vie-scolaire");
    private static final List<String> TEXTS = List.of(
            "",
            "mar",
            "marie",
            "legall",
            "le gall",
            "helene gueguen",
            "marie marie",
            "lhostis ya",
            "person1",
            "person120",
            "person240",
            "person60",
            "zz");

    private final Random random = new Random(20261128);
    private final Map<String, PersonTokens> people = people();

    @Test
    void everybody_meant_is_found_in_postgresql() throws IOException {
        try (EntityDatabase database = EntityDatabase.postgresql(PersonTokenEntity.class, PersonEntity.class)) {
            everybodyMeantIsFound(database);
        }
    }

    @Test
    void everybody_meant_is_found_in_h2() throws IOException {
        try (EntityDatabase database = EntityDatabase.h2(PersonTokenEntity.class, PersonEntity.class)) {
            everybodyMeantIsFound(database);
        }
    }

    private void everybodyMeantIsFound(EntityDatabase database) {
        database.inTransaction(em -> {
            new IndexStore(em).add(REALM, people);
            return null;
        });
        for (int i = 0; i < SEARCHES; i++) {
            PeopleSearch search = search();
            int max = 40 + random.nextInt(400);
            List<String> found =
                    database.inTransaction(em -> all(new PersonFinder(new SearchStore(em, REALM)), search, max));
            assertThat(found)
                    .as("%s, %d a page", search, max)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(meant(search));
        }
    }

    private static List<String> all(PersonFinder finder, PeopleSearch search, int max) {
        PersonFinder.Found page = finder.find(search, null, max);
        List<String> all = new ArrayList<>(page.ids());
        while (page.next() != null) {
            page = finder.find(search, page.next(), max);
            assertThat(page.ids()).hasSizeLessThanOrEqualTo(max);
            all.addAll(page.ids());
        }
        return all;
    }

    /** By the first interpretation that means anybody, from the tokens themselves. */
    private List<String> meant(PeopleSearch search) {
        List<List<String>> interpretations = PeopleQuery.of(search.text()).interpretations();
        return (interpretations.isEmpty() ? List.of(List.<String>of()) : interpretations)
                .stream()
                        .map(words -> people.entrySet().stream()
                                .filter(person -> has(person.getValue(), search, words))
                                .map(Map.Entry::getKey)
                                .toList())
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .orElse(List.of());
    }

    private static boolean has(PersonTokens person, PeopleSearch search, List<String> words) {
        Set<String> schools = person.byKind().get(TokenKind.SCHOOL);
        return (search.type() == null || person.byKind().get(TokenKind.TYPE).contains(search.type()))
                && (search.schools() == null
                        || search.schools().stream().anyMatch(uai -> schools.contains(PersonTokens.exact(uai))))
                && words.stream()
                        .allMatch(word ->
                                person.byKind().get(TokenKind.WORD).stream().anyMatch(token -> token.startsWith(word)));
    }

    private PeopleSearch search() {
        while (true) {
            List<String> schools =
                    random.nextBoolean() ? null : some(random.nextInt(3) == 0 ? MANY_SCHOOLS : SCHOOLS, 1);
            String type = random.nextBoolean() ? null : TYPES.get(random.nextInt(TYPES.size()));
            String text = TEXTS.get(random.nextInt(TEXTS.size()));
            if (!text.isEmpty() || schools != null || type != null) {
                return new PeopleSearch(text, schools, type);
            }
        }
    }

    private Map<String, PersonTokens> people() {
        Map<String, PersonTokens> all = new HashMap<>();
        for (int i = 0; i < PEOPLE; i++) {
            all.put(
                    "p" + i,
                    PersonTokens.of(
                            "person" + i,
                            FIRST_NAMES.get(random.nextInt(FIRST_NAMES.size())),
                            LAST_NAMES.get(random.nextInt(LAST_NAMES.size())),
                            null,
                            schools(i),
                            some(TYPES, 0)));
        }
        return all;
    }

    /** Now and then somebody for the whole academy, whose schools do not all fit into a line. */
    private List<String> schools(int person) {
        return person % 20 == 0
                ? Stream.concat(some(SCHOOLS, 0).stream(), MANY_SCHOOLS.stream().skip(person % 60))
                        .toList()
                : some(SCHOOLS, 0);
    }

    private List<String> some(List<String> values, int least) {
        return Stream.generate(() -> values.get(random.nextInt(values.size())))
                .limit(least + random.nextInt(3 - least))
                .distinct()
                .toList();
    }
}
