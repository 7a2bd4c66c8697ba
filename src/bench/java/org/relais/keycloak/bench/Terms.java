package org.relais.keycloak.bench;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.keycloak.bench.seed.Academy;
import org.relais.keycloak.bench.seed.Person;

/**
 * What people type: hundreds of terms of each kind, so that none is asked for twice in a row. They are taken from the staff,
 * whom managers may see whatever the realm's rules.
 */
final class Terms {

    private static final int COUNT = 500;
    private static final int COMMON_NAMES = 100;
    private static final int COMMON_FIRST_NAMES = 30;
    private static final int LETTERS_LEFT_OUT = 3;
    private static final long SEED = 29_001;

    private final List<Person> staff;
    private final Map<String, Long> lastNames;
    private final Map<String, Long> firstNames;

    Terms(Academy academy) {
        staff = academy.staff();
        lastNames = counts(academy, Person::last);
        firstNames = counts(academy, Person::first);
    }

    List<String> rareNames() {
        return rarest().map(Person::last).distinct().limit(COUNT).toList();
    }

    List<String> commonNames() {
        return commonest(lastNames, COMMON_NAMES);
    }

    List<String> commonFirstAndRareLast() {
        Set<String> common = Set.copyOf(commonest(firstNames, COMMON_FIRST_NAMES));
        return rarest().filter(person -> common.contains(person.first()))
                .map(person -> person.first() + " " + person.last())
                .distinct()
                .limit(COUNT)
                .toList();
    }

    /** First and last name of people with an accent in both, as they are heard. */
    List<String> withoutAccents() {
        return staff.stream()
                .filter(person -> hasAccent(person.first()) && hasAccent(person.last()))
                .map(person -> plain(person.first() + " " + person.last()))
                .distinct()
                .limit(COUNT)
                .toList();
    }

    List<String> identifierPrefixes() {
        return staff.stream()
                .map(Person::username)
                .filter(username -> username.length() > 2 * LETTERS_LEFT_OUT)
                .map(username -> username.substring(0, username.length() - LETTERS_LEFT_OUT))
                .distinct()
                .limit(COUNT)
                .toList();
    }

    List<String> ofNobody() {
        SplittableRandom random = new SplittableRandom(SEED);
        return Stream.generate(() -> "zx"
                        + random.ints(6, 'a', 'z').mapToObj(Character::toString).collect(Collectors.joining()))
                .limit(COUNT)
                .toList();
    }

    /** Staff whose school and name are asked for together. */
    List<Person> atSchool() {
        return staff.stream().limit(COUNT).toList();
    }

    private Stream<Person> rarest() {
        return staff.stream().sorted(Comparator.comparing(person -> lastNames.get(person.last())));
    }

    private static Map<String, Long> counts(Academy academy, Function<Person, String> name) {
        return academy.people().stream().collect(Collectors.groupingBy(name, Collectors.counting()));
    }

    private static List<String> commonest(Map<String, Long> counts, int number) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(number)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean hasAccent(String name) {
        return !Normalizer.isNormalized(name, Normalizer.Form.NFD);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
