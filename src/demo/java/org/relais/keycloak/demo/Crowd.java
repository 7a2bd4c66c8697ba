package org.relais.keycloak.demo;

import static org.relais.keycloak.demo.DemoFunction.AED;
import static org.relais.keycloak.demo.DemoFunction.AES;
import static org.relais.keycloak.demo.DemoFunction.ASH;
import static org.relais.keycloak.demo.DemoFunction.DIR;
import static org.relais.keycloak.demo.DemoFunction.DOC;
import static org.relais.keycloak.demo.DemoFunction.ENS;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everybody else: drawn at random from a fixed seed, so that the demo is the same for all. */
final class Crowd {

    private static final long SEED = 359_001;
    private static final List<Name> NAMESAKES =
            List.of(new Name("Hélène", "Guéguen"), new Name("Marie", "Le Gall"), new Name("Marie", "Le Gall"));
    private static final Map<DemoFunction, Integer> HEADCOUNT =
            new EnumMap<>(Map.of(ENS, 180, AED, 36, AES, 54, ASH, 18, DOC, 6, DIR, 3));

    private final Random random = new Random(SEED);

    static List<DemoPerson> people() {
        return new Crowd().drawn();
    }

    private List<DemoPerson> drawn() {
        var people = new ArrayList<DemoPerson>();
        NAMESAKES.forEach(name -> people.add(DemoPerson.working(name, ENS, anySchool())));
        HEADCOUNT.forEach((function, count) -> IntStream.range(0, count).forEach(i -> people.add(person(function))));
        return people;
    }

    private DemoPerson person(DemoFunction function) {
        var name = NameStock.drawn(random);
        return DemoPerson.working(name, function, schoolsOf(function));
    }

    /** A third of the assistants still wait for their assignment; one person in eight serves two schools. */
    private DemoSchool[] schoolsOf(DemoFunction function) {
        if ((function == AES || function == ASH) && random.nextInt(3) == 0) {
            return new DemoSchool[0];
        }
        var schools = random.nextInt(8) == 0 ? Stream.of(anySchool(), anySchool()) : Stream.of(anySchool());
        return schools.distinct().sorted().toArray(DemoSchool[]::new);
    }

    private DemoSchool anySchool() {
        var schools = DemoSchool.values();
        return schools[random.nextInt(schools.length)];
    }
}
