package org.relais.keycloak.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.MOODLE_GROUP;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.delivery.moodle.MoodleStub;
import org.relais.keycloak.delivery.webhook.Receiver;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.server.TestTargets;
import org.relais.keycloak.it.support.server.Vault;

/** Secrets of targets that stand in Keycloak's vault, where each realm has its own. */
@ExtendWith(RelaisServer.class)
class VaultIT {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void moodle_is_fed_with_the_token_of_the_realm_as_soon_as_it_is_there(TestRealm realm) {
        TestTargets targets = TestTargets.of(realm);
        try (MoodleStub moodle = new MoodleStub();
                TestRealm other = realm.server().freshRealm()) {
            Vault.put(other, "moodle_token", MoodleStub.TOKEN);
            String target =
                    targets.add(TestTargets.set(TestTargets.aMoodle(moodle.url()), "token", "${vault.moodle_token}"));
            TestPerson person = TestPerson.aPerson().in(realm);
            Manager.head(realm).give(MOODLE_GROUP, aChange().adding(person));

            awaitError(targets, target);
            assertThat(test(targets, target).path("problems").findValuesAsText("code"))
                    .containsExactly("delivery-secret");
            assertThat(moodle.calls()).isZero();

            Vault.put(realm, "moodle_token", MoodleStub.TOKEN);
            targets.admin().post("/deliveries/" + target + "/retry", null).expect(200);
            targets.awaitEmpty(target, Duration.ofSeconds(30));
            assertThat(moodle.isMember(person.id(), MOODLE_GROUP)).isTrue();
            assertThat(test(targets, target).path("good").asBoolean()).isTrue();
        }
    }

    @Test
    void a_webhook_is_signed_with_the_secret_of_the_realm_unless_it_is_malformed(TestRealm realm) {
        TestTargets targets = TestTargets.of(realm);
        try (Receiver receiver = new Receiver()) {
            Vault.put(realm, "hook", "whsec_short");
            ObjectNode webhook = TestTargets.aWebhook(receiver.url(), "${vault.hook}");
            String target = targets.add(webhook);
            Manager.head(realm)
                    .give(MOODLE_GROUP, aChange().adding(TestPerson.aPerson().in(realm)));
            awaitError(targets, target);
            assertThat(receiver.calls()).isEmpty();

            Vault.put(realm, "hook", SECRET);
            targets.admin().post("/deliveries/" + target + "/retry", null).expect(200);
            targets.awaitEmpty(target, Duration.ofSeconds(30));
            assertThat(receiver.calls())
                    .singleElement()
                    .satisfies(call -> assertThat(call.isSignedWith(SECRET)).isTrue());
        }
    }

    private static void awaitError(TestTargets targets, String target) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> targets.state(target).at("/error/code").asText().equals("delivery-secret"));
    }

    private static JsonNode test(TestTargets targets, String target) {
        return targets.admin()
                .post("/deliveries/" + target + "/test", null)
                .expect(200)
                .json();
    }
}
