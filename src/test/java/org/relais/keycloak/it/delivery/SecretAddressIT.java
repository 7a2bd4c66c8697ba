package org.relais.keycloak.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.delivery.moodle.MoodleStub;
import org.relais.keycloak.delivery.webhook.Receiver;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Concurrently;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.server.TestTargets;
import org.relais.keycloak.it.support.server.Vault;

/** A stored secret only goes to the address it was given for: another address needs the secret again. */
@ExtendWith(RelaisServer.class)
class SecretAddressIT {

    private static final String MASK = "**********";
    private static final String SIGNING = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final int MANY = 30;

    private final MoodleStub moodle = new MoodleStub();
    private final Receiver elsewhere = new Receiver();
    private TestRealm realm;
    private TestTargets targets;

    @BeforeEach
    void targets_of_the_realm(TestRealm realm) {
        this.realm = realm;
        targets = TestTargets.of(realm);
    }

    @AfterEach
    void stop() {
        moodle.close();
        elsewhere.close();
    }

    @Test
    void a_masked_secret_does_not_follow_to_another_address() {
        String target = targets.add(TestTargets.aMoodle(moodle.url()));

        Answer refused = put(target, withUrl(stored(target), elsewhere.url()));

        assertRefusedFor(refused, "token");
        assertThat(stored(target).at("/config/token/0").asText()).isEqualTo(MASK);
        assertThat(stored(target).at("/config/url/0").asText())
                .isEqualTo(moodle.url().toString());
        assertThat(test(target)).isTrue();
        assertThat(elsewhere.calls()).isEmpty();
    }

    @Test
    void a_secret_that_is_left_out_does_not_follow_either() {
        String target = targets.add(TestTargets.aMoodle(moodle.url()));
        ObjectNode without = withUrl(stored(target), elsewhere.url());
        without.withObject("/config").remove("token");

        assertRefusedFor(put(target, without), "token");
        without.withObject("/config").putArray("token").add("");
        assertRefusedFor(put(target, without), "token");

        assertThat(test(target)).isTrue();
        assertThat(elsewhere.calls()).isEmpty();
    }

    @Test
    void the_secret_sent_again_may_be_the_same_and_goes_to_the_new_address() {
        try (MoodleStub moved = new MoodleStub()) {
            String target = targets.add(TestTargets.aMoodle(moodle.url()));
            ObjectNode again = TestTargets.set(withUrl(stored(target), moved.url()), "token", MoodleStub.TOKEN);

            put(target, again).expect(204);

            assertThat(test(target)).isTrue();
            assertThat(moved.calls()).isPositive();
            assertThat(moodle.calls()).isZero();
            put(target, stored(target)).expect(204);
            assertThat(test(target)).isTrue();
        }
    }

    @Test
    void the_same_server_written_otherwise_needs_no_secret() {
        String target = targets.add(TestTargets.aMoodle(moodle.url()));

        put(
                        target,
                        withUrl(
                                stored(target),
                                URI.create("HTTP" + moodle.url().toString().substring(4) + "/")))
                .expect(204);

        assertThat(test(target)).isTrue();
    }

    @Test
    void a_reference_to_the_vault_that_stays_the_same_does_not_follow() {
        Vault.put(realm, "token", MoodleStub.TOKEN);
        String target = targets.add(TestTargets.set(TestTargets.aMoodle(moodle.url()), "token", "${vault.token}"));

        assertRefusedFor(put(target, withUrl(stored(target), elsewhere.url())), "token");
        assertThat(elsewhere.calls()).isEmpty();
        assertThat(test(target)).isTrue();

        ObjectNode other = TestTargets.set(withUrl(stored(target), elsewhere.url()), "token", "${vault.other}");
        put(target, other).expect(204);
        assertThat(stored(target).at("/config/token/0").asText()).isEqualTo("${vault.other}");
    }

    @Test
    void the_secret_of_a_webhook_stays_at_its_address_too() {
        String target = targets.add(TestTargets.aWebhook(elsewhere.url(), SIGNING));
        try (Receiver other = new Receiver()) {
            assertRefusedFor(put(target, withUrl(stored(target), other.url())), "secret");
            test(target);
            assertThat(other.calls()).isEmpty();
            assertThat(elsewhere.calls())
                    .singleElement()
                    .satisfies(call -> assertThat(call.isSignedWith(SIGNING)).isTrue());
        }
    }

    @Test
    void a_detour_by_another_kind_of_target_does_not_help() {
        String target = targets.add(TestTargets.aMoodle(moodle.url()));
        ObjectNode webhook = TestTargets.set(withUrl(stored(target), elsewhere.url()), "secret", SIGNING);
        put(target, webhook.put("providerId", "relais-webhook"));

        ObjectNode back = stored(target).put("providerId", "relais-moodle");
        TestTargets.set(back, "token", MASK);
        put(target, back);
        back.withObject("/config").remove("token");
        put(target, back);

        test(target);
        assertThat(elsewhere.calls()).noneMatch(call -> call.body().contains(MoodleStub.TOKEN));
    }

    @Test
    void a_refused_change_lends_the_secret_to_no_request_at_the_same_moment() {
        String target = targets.add(TestTargets.aMoodle(moodle.url()));
        ObjectNode evil = withUrl(stored(target), elsewhere.url());
        List<Callable<Answer>> both = Stream.concat(
                        IntStream.range(0, MANY).mapToObj(any -> (Callable<Answer>) () -> put(target, evil.deepCopy())),
                        IntStream.range(0, MANY).mapToObj(any ->
                                (Callable<Answer>) () -> targets.admin().post("/deliveries/" + target + "/test", null)))
                .toList();

        Concurrently.all(both);

        assertThat(elsewhere.calls()).isEmpty();
        assertThat(test(target)).isTrue();
    }

    @Test
    void a_mask_is_no_secret_of_a_new_target() {
        Answer answer =
                realm.admin().post("/components", TestTargets.set(TestTargets.aMoodle(elsewhere.url()), "token", MASK));

        assertRefusedFor(answer, "token");
    }

    @Test
    void a_test_takes_the_address_from_the_component_only() {
        String target = targets.add(TestTargets.aMoodle(moodle.url()));

        targets.admin()
                .post(
                        "/deliveries/" + target + "/test",
                        Map.of("url", elsewhere.url().toString(), "config", withUrl(stored(target), elsewhere.url())));

        assertThat(elsewhere.calls()).isEmpty();
    }

    @Test
    void a_realm_that_is_imported_brings_its_secrets_and_they_stay_at_their_addresses() {
        String name = "imported-" + realm.name();
        ObjectNode component = TestTargets.aMoodle(moodle.url());
        String type = component.remove("providerType").asText();
        realm.server()
                .admin()
                .post(
                        "/admin/realms",
                        Map.of("realm", name, "enabled", true, "components", Map.of(type, List.of(component))))
                .expect(201);
        Api admin = realm.server().admin().below("/admin/realms/" + name);
        try {
            String target = admin.get("/relais/deliveries")
                    .expect(200)
                    .json()
                    .at("/0/id")
                    .asText();
            ObjectNode stored =
                    (ObjectNode) admin.get("/components/" + target).expect(200).json();

            assertRefusedFor(admin.put("/components/" + target, withUrl(stored, elsewhere.url())), "token");

            assertThat(admin.post("/relais/deliveries/" + target + "/test", null)
                            .expect(200)
                            .json()
                            .path("good")
                            .asBoolean())
                    .isTrue();
        } finally {
            admin.delete("").expect(204);
        }
    }

    private ObjectNode stored(String target) {
        return (ObjectNode)
                realm.admin().get("/components/" + target).expect(200).json();
    }

    private Answer put(String target, ObjectNode component) {
        return realm.admin().put("/components/" + target, component);
    }

    private boolean test(String target) {
        return targets.admin()
                .post("/deliveries/" + target + "/test", null)
                .expect(200)
                .json()
                .path("good")
                .asBoolean();
    }

    private static ObjectNode withUrl(ObjectNode component, URI url) {
        return TestTargets.set(component, "url", url.toString());
    }

    private static void assertRefusedFor(Answer answer, String field) {
        assertThat(answer.expect(400).json().path("errorMessage").asText()).contains(field);
    }
}
