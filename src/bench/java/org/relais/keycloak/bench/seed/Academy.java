package org.relais.keycloak.bench.seed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.relais.keycloak.demo.Name;

/** Everybody of an academy of some size; the same people at every run. */
public final class Academy {

    private static final long SEED = 359_001;
    private static final double COMMON = 0.35;
    private static final double DOUBLE = 0.03;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Map<String, Integer> namesakes = new HashMap<>();
    private final Map<String, String> folded = new HashMap<>();
    private final List<School> schools = School.all();
    private final List<Person> people;

    private Academy(int size) {
        people = new ArrayList<>(size);
        for (Kind kind : Kind.values()) {
            int count = kind == Kind.PUPIL ? size - people.size() : kind.among(size);
            for (int i = 0; i < count; i++) {
                people.add(person(kind, i));
            }
        }
    }

    public static Academy of(int size) {
        return new Academy(size);
    }

    public List<School> schools() {
        return schools;
    }

    public List<Person> people() {
        return people;
    }

    public Stream<Person> people(Kind kind) {
        return people.stream().filter(person -> person.kind() == kind);
    }

    public List<Person> staff() {
        return people.stream().filter(person -> person.kind().isStaff()).toList();
    }

    private Person person(Kind kind, int number) {
        String first = Stock.first(random);
        String last = random.nextDouble() < DOUBLE ? lastName() + "-" + lastName() : lastName();
        return new Person(
                Ids.of(Ids.PERSON, people.size()), first, last, username(first, last), kind, schoolsOf(kind, number));
    }

    private String lastName() {
        return random.nextDouble() < COMMON ? Stock.last(random) : RareNames.drawn(random);
    }

    /** {@code prenom.nom}, with a number for whoever comes later. */
    private String username(String first, String last) {
        String plain = fold(first) + "." + fold(last);
        int number = namesakes.merge(plain, 1, Integer::sum);
        return number == 1 ? plain : plain + number;
    }

    private String fold(String name) {
        return folded.computeIfAbsent(
                name, it -> new Name(it, "").identifier().replace(".", "").toLowerCase(Locale.ROOT));
    }

    /** A head has a school of their own; one member of the staff in eight serves two schools. */
    private List<School> schoolsOf(Kind kind, int number) {
        if (kind == Kind.HEAD) {
            return List.of(schools.get(number % schools.size()));
        }
        if (kind == Kind.PARENT) {
            return List.of();
        }
        School one = anySchool();
        return kind.isStaff() && random.nextInt(8) == 0
                ? Stream.of(one, anySchool()).distinct().toList()
                : List.of(one);
    }

    private School anySchool() {
        return schools.get(random.nextInt(schools.size()));
    }
}
