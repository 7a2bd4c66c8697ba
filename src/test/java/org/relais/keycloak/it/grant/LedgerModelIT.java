package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.OfficialRecordFixture;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/**
 * Whatever happens in whatever order: membership is official or by an access that runs, nobody loses an application while an
 * access becomes official, and nothing survives its last day. A sequence that fails is named by its seed.
 */
@ExtendWith(RelaisServer.class)
class LedgerModelIT {

    private static final List<String> GROUPS = List.of(GROUP, "0359001U_ASH");
    private static final int PEOPLE = 2;
    private static final int STEPS = 40;

    private static TestRealm realm;

    private final List<String> history = new ArrayList<>();
    private final List<TestPerson> people = new ArrayList<>();
    private final Map<TestPerson, LedgerModel> models = new HashMap<>();
    private final Map<String, JsonNode> grants = new HashMap<>();
    private Random random;
    private int day = 1;

    /** Five that never change, and one that nobody has seen before. */
    static LongStream seeds() {
        return LongStream.concat(LongStream.rangeClosed(1, 5), LongStream.of(System.nanoTime()));
    }

    @BeforeAll
    static void accesses_may_last(TestRealm fresh) {
        realm = fresh;
        TestProfiles.of(realm).allowUntil(Days.in(300), "AES", "ASH");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void membership_is_official_or_by_an_access_that_runs(long seed) {
        random = new Random(seed);
        goOnTo(day);
        for (int i = 0; i < PEOPLE; i++) {
            somebodyComes();
        }
        for (int step = 0; step < STEPS; step++) {
            act();
            for (TestPerson person : people) {
                assertThat(realm.signIn(person.username(), PRONOTE).groups())
                        .as("tokens of %s, seed %d: %s", person.username(), seed, history)
                        .isEqualTo(models.get(person).groups(today()));
            }
        }
        housekeepTwice();
        for (TestPerson person : people) {
            for (String group : GROUPS) {
                assertThat(OfficialRecordFixture.of(realm).isMember(person, group))
                        .as("%s in %s, seed %d: %s", person.username(), group, seed, history)
                        .isEqualTo(models.get(person).isMember(group, today()));
            }
        }
    }

    private void act() {
        TestPerson person = people.get(random.nextInt(PEOPLE));
        String group = GROUPS.get(random.nextInt(GROUPS.size()));
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> give(person, group);
            case 3 -> renew(person, group);
            case 4 -> end(person, group);
            case 5, 6 -> recordArrives(person, group);
            case 7 -> recordVanishes(person, group);
            case 8 -> goOnTo(day + 1 + random.nextInt(5));
            default -> {
                if (random.nextInt(3) == 0) {
                    replace(person);
                } else {
                    housekeepTwice();
                }
            }
        }
    }

    private void give(TestPerson person, String group) {
        LocalDate lastDay = today().plusDays(random.nextInt(8));
        history.add("give %s %s until %s".formatted(person.username(), group, lastDay));
        boolean possible = !models.get(person).isMember(group, today());
        Answer answer =
                Manager.head(realm).change(group, aChange().adding(person).until(lastDay));
        if (possible) {
            grants.put(person.id() + group, answer.expect(200).json().at("/granted/0"));
            models.get(person).give(group, lastDay);
        } else {
            answer.expect(422);
        }
    }

    private void renew(TestPerson person, String group) {
        LocalDate lastDay = today().plusDays(random.nextInt(8));
        history.add("renew %s %s until %s".formatted(person.username(), group, lastDay));
        if (grants.containsKey(person.id() + group)) {
            boolean possible = models.get(person).hasAccess(group, today());
            Manager.head(realm)
                    .patch(grants.get(person.id() + group), Map.of("endsOn", lastDay.toString()))
                    .expect(possible ? 200 : 409);
            if (possible) {
                models.get(person).give(group, lastDay);
            }
        }
    }

    private void end(TestPerson person, String group) {
        history.add("end %s %s".formatted(person.username(), group));
        if (grants.containsKey(person.id() + group)) {
            boolean possible = models.get(person).hasAccess(group, today());
            Manager.head(realm).end(grants.get(person.id() + group)).expect(possible ? 200 : 409);
            if (possible) {
                models.get(person).end(group);
            }
        }
    }

    private void recordArrives(TestPerson person, String group) {
        history.add("record %s %s".formatted(person.username(), group));
        boolean before = models.get(person).isMember(group, today());
        models.get(person).recordArrives(group);
        CompletableFuture<List<String>> meanwhile = CompletableFuture.supplyAsync(
                () -> realm.signIn(person.username(), PRONOTE).groups());
        OfficialRecordFixture.of(realm).set(person, models.get(person).record());
        if (before) {
            assertThat(meanwhile.join()).as("no gap: %s", history).contains(group);
        }
        meanwhile.join();
    }

    private void recordVanishes(TestPerson person, String group) {
        history.add("no record %s %s".formatted(person.username(), group));
        models.get(person).recordVanishes(group);
        OfficialRecordFixture.of(realm).set(person, models.get(person).record());
    }

    private void goOnTo(int otherDay) {
        day = otherDay;
        history.add("day " + today());
        realm.server().clock().ahead(Days.untilNoonOf(today()));
    }

    private void housekeepTwice() {
        history.add("housekeeping");
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> Housekeeping.run(realm.server())),
                        CompletableFuture.runAsync(() -> Housekeeping.run(realm.server())))
                .join();
    }

    private void replace(TestPerson person) {
        history.add("delete " + person.username());
        realm.admin().delete("/users/" + person.id()).expect(204);
        people.remove(person);
        somebodyComes();
    }

    private void somebodyComes() {
        TestPerson person = aPerson().whoSignsIn().in(realm);
        people.add(person);
        models.put(person, new LedgerModel());
    }

    private LocalDate today() {
        return Days.in(day);
    }
}
