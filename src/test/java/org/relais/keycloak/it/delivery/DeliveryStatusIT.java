package org.relais.keycloak.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.MOODLE_GROUP;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.delivery.moodle.MoodleStub;
import org.relais.keycloak.delivery.webhook.Receiver;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.server.TestTargets;

/** How deliveries stand, seen by the person, the head and the administrator; and what the administrator can do. */
@ExtendWith(RelaisServer.class)
class DeliveryStatusIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static MoodleStub moodle;
    private static String target;

    @BeforeAll
    static void a_moodle_is_fed(TestRealm realm) {
        moodle = new MoodleStub();
        TestTargets targets = TestTargets.of(realm);
        target = targets.add(TestTargets.aMoodle(moodle.url()));
        Housekeeping.run(realm.server());
        targets.awaitFinished(target, SOON);
        targets.awaitEmpty(target, SOON);
    }

    @AfterAll
    static void stop() {
        moodle.close();
    }

    @Test
    void a_person_and_the_head_read_whether_moodle_knows(TestRealm realm) {
        TestPerson person = TestPerson.aPerson().whoSignsIn().speaking("fr").in(realm);
        Manager head = Manager.head(realm);
        head.give(MOODLE_GROUP, aChange().adding(person));
        TestTargets.of(realm).awaitEmpty(target, SOON);

        JsonNode mine = ofMoodle(realm.relais(person.username())
                .get("/my-access")
                .expect(200)
                .json()
                .get(0));
        assertThat(mine.path("state").asText()).isEqualTo("DONE");
        assertThat(mine.path("text").asText()).matches("Fait à \\d\\d:\\d\\d");
        assertThat(ofMoodle(group(realm)).path("state").asText()).isEqualTo("DONE");

        moodle.faults().maintenance(null);
        head.give(MOODLE_GROUP, aChange().adding(TestPerson.aPerson().in(realm)));
        Awaitility.await()
                .atMost(SOON)
                .until(() -> ofMoodle(group(realm)).path("state").asText().equals("FAILING"));
        JsonNode failing = ofMoodle(group(realm));
        assertThat(failing.path("waiting").asInt()).isEqualTo(1);
        assertThat(failing.path("text").asText()).matches("Moodle ne répond pas, nouvel essai à \\d\\d:\\d\\d");
        assertThat(ofMoodle(beside(realm)).path("state").asText()).isEqualTo("FAILING");

        moodle.faults().none();
        retry(realm);
    }

    @Test
    void whoever_is_given_or_taken_an_access_during_an_outage_reads_that_moodle_does_not_answer(TestRealm realm) {
        TestPerson person = TestPerson.aPerson().whoSignsIn().speaking("fr").in(realm);
        TestPerson leaving = TestPerson.aPerson().in(realm);
        Manager head = Manager.head(realm);
        JsonNode grant = head.give(MOODLE_GROUP, aChange().adding(leaving));
        retry(realm);
        moodle.faults().maintenance("600");
        head.give(MOODLE_GROUP, aChange().adding(TestPerson.aPerson().in(realm)));
        Awaitility.await()
                .atMost(SOON)
                .until(() -> ofMoodle(group(realm)).path("state").asText().equals("FAILING"));

        head.give(MOODLE_GROUP, aChange().adding(person));
        head.end(grant).expect(200);

        JsonNode mine = ofMoodle(realm.relais(person.username())
                .get("/my-access")
                .expect(200)
                .json()
                .get(0));
        assertThat(mine.path("state").asText()).isEqualTo("FAILING");
        assertThat(Instant.parse(mine.path("retryAt").asText())).isAfter(Instant.now());
        assertThat(mine.path("text").asText()).startsWith("Moodle ne répond pas");
        JsonNode failing = ofMoodle(group(realm));
        assertThat(failing.path("waiting").asInt())
                .as("one was tried, one is new, one leaves")
                .isEqualTo(3);
        assertThat(Instant.parse(failing.path("retryAt").asText())).isAfter(Instant.now());

        moodle.faults().none();
        retry(realm);
    }

    @Test
    void of_two_targets_for_one_application_the_one_in_trouble_is_shown(TestRealm realm) {
        retry(realm);
        Manager head = Manager.head(realm);
        try (Receiver receiver = new Receiver()) {
            TestTargets targets = TestTargets.of(realm);
            String webhook =
                    targets.add(TestTargets.aWebhook(receiver.url(), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));
            moodle.faults().maintenance("600");
            head.give(MOODLE_GROUP, aChange().adding(TestPerson.aPerson().in(realm)));
            Awaitility.await().atMost(SOON).until(() -> shown(realm).equals("FAILING Moodle"));
            targets.awaitEmpty(webhook, SOON);
            assertThat(shown(realm)).isEqualTo("FAILING Moodle");
            moodle.faults().none();
            retry(realm);

            receiver.answering(503, Map.of("Retry-After", "600"));
            head.give(MOODLE_GROUP, aChange().adding(TestPerson.aPerson().in(realm)));
            targets.awaitEmpty(target, SOON);
            Awaitility.await().atMost(SOON).until(() -> shown(realm).equals("FAILING Webhook"));
            realm.admin().delete("/components/" + webhook).expect(204);
        }
    }

    @Test
    void an_administrator_reads_in_words_what_the_test_of_a_target_found(TestRealm realm) {
        Api admin = TestTargets.of(realm).admin();
        JsonNode good =
                admin.post("/deliveries/" + target + "/test", null).expect(200).json();
        assertThat(good.path("good").asBoolean()).isTrue();
        assertThat(good.path("version").asText()).startsWith("4.5.6");

        moodle.faults().lack("core_user_update_users");
        JsonNode lacking =
                admin.post("/deliveries/" + target + "/test", null).expect(200).json();
        moodle.faults().none();
        assertThat(lacking.path("good").asBoolean()).isFalse();
        assertThat(lacking.at("/problems/0/errorMessage").asText()).contains("core_user_update_users");
    }

    @Test
    void somebody_moodle_refuses_is_listed_with_the_reason_and_holds_up_nobody(TestRealm realm) {
        TestPerson refused = TestPerson.aPerson().in(realm);
        moodle.someAccount("u-" + refused.username(), refused.email().toUpperCase());
        TestPerson good = TestPerson.aPerson().in(realm);
        Manager.head(realm)
                .change(MOODLE_GROUP, aChange().adding(refused, good))
                .expect(200);

        Awaitility.await().atMost(SOON).until(() -> moodle.isMember(good.id(), MOODLE_GROUP));
        Awaitility.await().atMost(SOON).until(() -> waiting(realm, refused) != null);

        JsonNode row = waiting(realm, refused);
        assertThat(row.path("username").asText()).isEqualTo(refused.username());
        assertThat(row.at("/error/code").asText()).isEqualTo("delivery-moodle-account-refused");
        realm.admin().delete("/users/" + refused.id()).expect(204);
    }

    @Test
    void a_reconciliation_puts_right_what_was_changed_in_moodle_and_counts_it(TestRealm realm) {
        TestTargets targets = TestTargets.of(realm);
        TestPerson kept = TestPerson.aPerson().in(realm);
        TestPerson dropped = TestPerson.aPerson().in(realm);
        Manager.head(realm)
                .change(MOODLE_GROUP, aChange().adding(kept, dropped))
                .expect(200);
        targets.awaitEmpty(target, SOON);
        moodle.dropMember(dropped.id(), MOODLE_GROUP);
        moodle.someMember("stranger-" + kept.username(), MOODLE_GROUP);
        assertThat(moodle.unknownMembers(MOODLE_GROUP)).isEqualTo(1);
        String finished = targets.state(target).at("/reconciliation/finishedAt").asText();

        targets.admin().post("/deliveries/" + target + "/reconcile", null).expect(200);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> !targets.state(target)
                        .at("/reconciliation/finishedAt")
                        .asText(finished)
                        .equals(finished));
        JsonNode report = targets.state(target).path("reconciliation");
        targets.awaitEmpty(target, SOON);

        assertThat(report.path("missing").asInt()).isEqualTo(1);
        assertThat(report.path("strangers").asInt()).isEqualTo(1);
        assertThat(moodle.isMember(dropped.id(), MOODLE_GROUP)).isTrue();
        assertThat(moodle.unknownMembers(MOODLE_GROUP)).isZero();
    }

    @Test
    void a_reconciliation_that_broke_off_goes_on_to_its_end(TestRealm realm) {
        TestTargets targets = TestTargets.of(realm);
        moodle.faults().error("dmlreadexception", "core_cohort_search_cohorts");
        targets.admin().post("/deliveries/" + target + "/reconcile", null).expect(200);
        Awaitility.await()
                .atMost(SOON)
                .until(() -> targets.state(target)
                        .at("/reconciliation/error/code")
                        .asText()
                        .equals("delivery-moodle-trouble"));

        moodle.faults().none();
        realm.server().clock().ahead(Duration.ofMinutes(6));

        Awaitility.await()
                .atMost(SOON)
                .until(() -> !targets.state(target).at("/reconciliation/error").isObject());
        assertThat(targets.state(target).at("/reconciliation/finishedAt").isTextual())
                .isTrue();
        targets.awaitEmpty(target, SOON);
        realm.server().clock().reset();
    }

    @Test
    void secrets_are_masked_and_wrong_settings_refused(TestRealm realm) {
        JsonNode stored = realm.admin().get("/components/" + target).expect(200).json();
        assertThat(stored.toString()).doesNotContain(MoodleStub.TOKEN);

        for (String url :
                new String[] {"http://moodle.example", "ftp://moodle.example", "moodle", "https://a:b@moodle.example"
                }) {
            JsonNode error = realm.admin()
                    .post("/components", TestTargets.set(TestTargets.aMoodle(moodle.url()), "url", url))
                    .expect(400)
                    .json();
            assertThat(error.path("errorMessage").asText()).contains(url);
        }
    }

    @Test
    void what_is_deleted_leaves_nothing_behind(TestRealm shared) {
        TestRealm realm = shared.server().freshRealm();
        TestTargets targets = TestTargets.of(realm);
        String id = targets.add(TestTargets.aMoodle(moodle.url()));
        Manager.head(realm)
                .give(MOODLE_GROUP, aChange().adding(TestPerson.aPerson().in(realm)));
        targets.awaitEmpty(id, SOON);
        String realmId = LedgerRows.of(realm).realmId();
        assertThat(LedgerRows.of(realm).count("RELAIS_HOLDING", realmId)).isEqualTo(1);

        realm.admin().delete("/components/" + id).expect(204);

        assertThat(LedgerRows.of(realm).count("RELAIS_HOLDING", realmId)).isZero();
        realm.close();
        for (String table : new String[] {"RELAIS_DELIVERY", "RELAIS_HOLDING", "RELAIS_RECONCILIATION"}) {
            assertThat(LedgerRows.of(shared).count(table, realmId)).as(table).isZero();
        }
    }

    private static String shown(TestRealm realm) {
        JsonNode delivery = ofMoodle(group(realm));
        return delivery.path("state").asText() + " " + delivery.path("target").asText();
    }

    private static void retry(TestRealm realm) {
        TestTargets targets = TestTargets.of(realm);
        targets.admin().post("/deliveries/" + target + "/retry", null).expect(200);
        targets.awaitEmpty(target, SOON);
    }

    private static JsonNode group(TestRealm realm) {
        return Manager.head(realm)
                .api()
                .get("/groups/" + realm.groupId(MOODLE_GROUP))
                .expect(200)
                .json();
    }

    /** The same group, as it is offered together with another. */
    private static JsonNode beside(TestRealm realm) {
        for (JsonNode sibling : Manager.head(realm)
                .api()
                .get("/groups/" + realm.groupId(GROUP))
                .expect(200)
                .json()
                .path("together")) {
            if (sibling.path("id").asText().equals(realm.groupId(MOODLE_GROUP))) {
                return sibling;
            }
        }
        throw new AssertionError(MOODLE_GROUP + " is not offered together");
    }

    private static JsonNode ofMoodle(JsonNode groupOrAccess) {
        for (JsonNode application : groupOrAccess.path("applications")) {
            if (application.path("clientId").asText().equals("moodle")) {
                return application.path("delivery");
            }
        }
        throw new AssertionError("No Moodle in " + groupOrAccess);
    }

    private static JsonNode waiting(TestRealm realm, TestPerson person) {
        for (JsonNode row : TestTargets.of(realm)
                .admin()
                .get("/deliveries/" + target + "?max=100")
                .expect(200)
                .json()
                .path("items")) {
            if (row.path("userId").asText().equals(person.id())
                    && row.path("error").isObject()) {
                return row;
            }
        }
        return null;
    }
}
