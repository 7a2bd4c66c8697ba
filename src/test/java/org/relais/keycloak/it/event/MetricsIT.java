package org.relais.keycloak.it.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.MOODLE_GROUP;
import static org.relais.keycloak.it.support.people.GrantToGive.aGrant;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.contract.KeptCopy;
import org.relais.keycloak.delivery.moodle.MoodleStub;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.assertion.TestMetrics;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.server.TestTargets;
import org.relais.keycloak.it.support.stub.MailServer;

/** What is counted as it happens, on Keycloak's own address for metrics. */
@ExtendWith(RelaisServer.class)
class MetricsIT {

    private static final String DELIVERED = "relais_deliveries_total";

    @Test
    void deliveries_are_counted_by_target_and_result_and_timed(TestRealm realm) {
        TestTargets targets = TestTargets.of(realm);
        Manager head = Manager.head(realm);
        try (MoodleStub moodle = new MoodleStub()) {
            String id = targets.add(TestTargets.aMoodle(moodle.url()).put("name", "Measured"));
            String target = "target=\"Measured\"";
            moodle.faults().maintenance("0");
            head.give(MOODLE_GROUP, TestPerson.aPerson().in(realm), Days.soon());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> metrics(realm).value(DELIVERED, target, "result=\"postponed\"") >= 1);
            moodle.faults().none();
            targets.awaitEmpty(id, Duration.ofSeconds(30));

            TestMetrics after = metrics(realm);
            assertThat(after.value(DELIVERED, target, "result=\"done\"")).isEqualTo(1);
            assertThat(after.value("relais_delivery_latency_seconds_count", target))
                    .isEqualTo(1);
            assertThat(after.value("relais_delivery_latency_seconds_sum", target))
                    .isPositive();
            assertThat(after.has("relais_delivery_latency_seconds", "quantile=\"0.95\""))
                    .isTrue();
        }
    }

    @Test
    void grants_that_end_and_searches_are_counted(TestRealm realm) {
        TestMetrics before = metrics(realm);
        String grant = aGrant(realm).to(ASSISTANT).give();
        LedgerRows.of(realm).endAt(grant, Instant.now().minusSeconds(1).toEpochMilli());
        Housekeeping.run(realm.server());
        realm.relais(HEAD).get("/people?q=gueguen").expect(200);

        TestMetrics after = metrics(realm);
        assertThat(grown(before, after, "relais_grants_expired_total")).isEqualTo(1);
        assertThat(grown(before, after, "relais_people_searches_total", "answered=\"true\""))
                .isEqualTo(1);
    }

    @Test
    void mails_are_counted_by_what_became_of_them(TestRealm realm) {
        try (MailServer mails = MailServer.start().serving(realm)) {
            TestMetrics before = metrics(realm);
            TestPerson person = TestPerson.aPerson().in(realm);
            Manager.head(realm).give(GROUP, person, Days.soon());
            mails.onlyOneTo(realm, person.email());

            assertThat(grown(before, metrics(realm), "relais_mails_total", "result=\"sent\""))
                    .isEqualTo(1);
        }
    }

    /** With everything done that is counted, on a server that has measured what it measures now and then. */
    @Test
    void the_metrics_are_those_that_dashboards_know(TestRealm realm) throws IOException {
        TestTargets targets = TestTargets.of(realm);
        try (MailServer mails = MailServer.start().serving(realm);
                MoodleStub moodle = new MoodleStub()) {
            String id = targets.add(TestTargets.aMoodle(moodle.url()));
            TestPerson person = TestPerson.aPerson().in(realm);
            Manager.head(realm).give("0359001U_eleves-invites", person, Days.soon());
            targets.awaitEmpty(id, Duration.ofSeconds(30));
            String grant = aGrant(realm).to("helene.gueguen").give();
            LedgerRows.of(realm).endAt(grant, Instant.now().minusSeconds(1).toEpochMilli());
            Housekeeping.run(realm.server());
            mails.onlyOneTo(realm, person.username() + "@academie.example");
        }
        realm.relais(HEAD).get("/people?q=gueguen").expect(200);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> metrics(realm).has("relais_people_index_age_seconds", "realm="));

        KeptCopy.in("metrics.txt").isEqualTo(metrics(realm).shape());
    }

    private static double grown(TestMetrics before, TestMetrics after, String name, String... labels) {
        return after.value(name, labels) - before.value(name, labels);
    }

    private static TestMetrics metrics(TestRealm realm) {
        return realm.server().metrics();
    }
}
