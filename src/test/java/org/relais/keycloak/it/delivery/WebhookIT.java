package org.relais.keycloak.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.MOODLE_GROUP;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.delivery.webhook.Receiver;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.server.TestTargets;

/** An address is told of people by the server itself. */
@ExtendWith(RelaisServer.class)
class WebhookIT {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void an_address_hears_of_an_access_of_another_last_day_and_of_its_end(TestRealm realm) {
        try (Receiver receiver = new Receiver()) {
            String target = TestTargets.of(realm).add(TestTargets.aWebhook(receiver.url(), SECRET));
            TestPerson person = TestPerson.aPerson().in(realm);
            Manager head = Manager.head(realm);

            JsonNode grant = head.give(MOODLE_GROUP, person, Days.soon());
            assertThat(await(receiver, 1).at("/data/accesses/0/endsOn").asText())
                    .isEqualTo(Days.soon().toString());

            head.patch(grant, Map.of("endsOn", Days.today().toString())).expect(200);
            assertThat(await(receiver, 2).at("/data/accesses/0/endsOn").asText())
                    .isEqualTo(Days.today().toString());

            head.end(grant).expect(200);
            JsonNode end = await(receiver, 3);
            assertThat(end.at("/data/open").asBoolean()).isFalse();
            assertThat(end.at("/data/userId").asText()).isEqualTo(person.id());

            JsonNode test = TestTargets.of(realm)
                    .admin()
                    .post("/deliveries/" + target + "/test", null)
                    .expect(200)
                    .json();
            assertThat(test.path("good").asBoolean()).isTrue();
        }
    }

    @Test
    void a_new_address_hears_of_everybody_and_again_every_night(TestRealm realm) {
        TestPerson person = TestPerson.aPerson().in(realm);
        Manager.head(realm).give(MOODLE_GROUP, aChange().adding(person));
        try (Receiver receiver = new Receiver()) {
            String target = TestTargets.of(realm).add(TestTargets.aWebhook(receiver.url(), SECRET));
            Housekeeping.run(realm.server());
            TestTargets.of(realm).awaitFinished(target, SOON);
            TestTargets.of(realm).awaitEmpty(target, SOON);
            assertThat(receiver.taken(person.id()))
                    .as("once")
                    .singleElement()
                    .asString()
                    .contains("\"open\":true");

            realm.server().clock().ahead(Duration.ofHours(25));
            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> receiver.taken(person.id()).size() >= 2);
            TestTargets.of(realm).awaitEmpty(target, SOON);
            realm.admin().delete("/components/" + target).expect(204);
        }
    }

    @Test
    void somebody_the_address_breaks_on_holds_up_nobody(TestRealm realm) {
        TestPerson bad = TestPerson.aPerson().in(realm);
        TestPerson good = TestPerson.aPerson().in(realm);
        TestPerson other = TestPerson.aPerson().in(realm);
        try (Receiver receiver = new Receiver()) {
            receiver.answering(bad.id(), 500);
            String target = TestTargets.of(realm).add(TestTargets.aWebhook(receiver.url(), SECRET));

            Manager.head(realm)
                    .change(MOODLE_GROUP, aChange().adding(bad, good, other))
                    .expect(200);

            Awaitility.await()
                    .atMost(SOON)
                    .until(() -> TestTargets.of(realm)
                            .state(target)
                            .at("/error/code")
                            .asText()
                            .equals("delivery-webhook-refused"));
            Awaitility.await()
                    .atMost(SOON)
                    .until(() ->
                            TestTargets.of(realm).state(target).path("waiting").asInt() == 1);
            assertThat(receiver.taken(good.id())).hasSize(1);
            assertThat(receiver.taken(other.id())).hasSize(1);
            realm.admin().delete("/components/" + target).expect(204);
        }
    }

    @Test
    void whoever_was_told_before_the_address_went_away_is_not_told_again(TestRealm realm) {
        List<TestPerson> people = IntStream.range(0, 5)
                .mapToObj(i -> TestPerson.aPerson().in(realm))
                .toList();
        try (Receiver receiver = new Receiver()) {
            receiver.takingOnly(3);
            String target = TestTargets.of(realm).add(TestTargets.aWebhook(receiver.url(), SECRET));

            Manager.head(realm)
                    .change(MOODLE_GROUP, aChange().adding(people.toArray(TestPerson[]::new)))
                    .expect(200);
            Awaitility.await().atMost(SOON).until(() -> receiver.calls().size() >= 4);
            receiver.takingOnly(Integer.MAX_VALUE);
            TestTargets.of(realm).awaitEmpty(target, SOON);

            assertThat(people)
                    .allSatisfy(it -> assertThat(receiver.taken(it.id())).hasSize(1));
            realm.admin().delete("/components/" + target).expect(204);
        }
    }

    @Test
    void an_address_on_a_private_network_is_never_called(TestRealm realm) {
        String target =
                TestTargets.of(realm).add(TestTargets.aWebhook(URI.create("https://10.255.255.1/hook"), SECRET));
        Manager.head(realm)
                .give(MOODLE_GROUP, aChange().adding(TestPerson.aPerson().in(realm)));

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> TestTargets.of(realm)
                        .state(target)
                        .at("/error/code")
                        .asText()
                        .equals("delivery-webhook-address"));
        realm.admin().delete("/components/" + target).expect(204);
    }

    private static JsonNode await(Receiver receiver, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> receiver.calls().size() >= count);
        List<Receiver.Call> calls = receiver.calls();
        try {
            return Api.JSON.readTree(calls.get(count - 1).body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
