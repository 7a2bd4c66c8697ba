package org.relais.keycloak.it.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.MOODLE_GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.TestMetrics;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.server.TestTargets;
import org.relais.keycloak.it.support.stub.MailServer;

/** Two nodes with caches of their own: what was done at one holds at the next answer of the other. */
@ExtendWith(RelaisServer.class)
class ClusterIT {

    @Test
    void what_one_node_has_done_the_other_knows(ServerUnderTest shared) {
        ServerUnderTest first = shared.expendable();
        try (TestRealm here = first.freshRealm();
                ServerUnderTest second = first.node("cluster-second")) {
            TestRealm there = here.seenAt(second);
            assertAccessIsKnown(here, there);
            assertAccessIsKnown(there, here);
            assertProfileIsKnown(here, there);
            assertBothMeasureTheSame(here, there);
        }
    }

    private static void assertAccessIsKnown(TestRealm one, TestRealm other) {
        TestPerson person = TestPerson.aPerson().whoSignsIn().in(one);
        assertThat(groups(one, person)).isEmpty();
        assertThat(groups(other, person)).isEmpty();

        JsonNode grant = Manager.head(one).give(GROUP, person, Days.soon());
        assertThat(groups(other, person)).containsExactly(GROUP);
        assertThat(groups(one, person)).containsExactly(GROUP);

        Manager.head(other).end(grant).expect(200);
        assertThat(groups(one, person)).isEmpty();
        assertThat(groups(other, person)).isEmpty();
    }

    private static void assertProfileIsKnown(TestRealm one, TestRealm other) {
        assertThat(label(other)).isNotEqualTo("Accompagnants");

        TestProfiles.of(one).set("AES", "labelFr", "Accompagnants");
        TestProfiles.of(one).set("AES", "labelEn", "Accompagnants");

        assertThat(label(other)).isEqualTo("Accompagnants");
    }

    /** Only one of them keeps house. */
    private static void assertBothMeasureTheSame(TestRealm one, TestRealm other) {
        TestTargets.of(one).add(TestTargets.aMoodle(URI.create("http://127.0.0.1:9")));
        MailServer.use(one, 9);
        Manager.head(one).give(MOODLE_GROUP, TestPerson.aPerson().in(one), Days.soon());
        for (TestRealm realm : List.of(one, other)) {
            Awaitility.await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
                TestMetrics metrics = realm.server().metrics();
                assertThat(metrics.value("relais_deliveries_waiting")).isEqualTo(1);
                assertThat(metrics.value("relais_mails_waiting")).isPositive();
                assertThat(metrics.has("relais_people_index_age_seconds", "realm=\"%s\"".formatted(one.name())))
                        .isTrue();
            });
        }
    }

    private static String label(TestRealm at) {
        return Manager.head(at)
                .api()
                .get("/groups/" + at.groupId(GROUP))
                .expect(200)
                .json()
                .get("label")
                .asText();
    }

    private static List<String> groups(TestRealm at, TestPerson person) {
        return at.signIn(person.username(), PRONOTE).groups();
    }
}
