package org.relais.keycloak.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.relais.keycloak.delivery.Target;
import org.relais.keycloak.delivery.moodle.MoodleStub;

/** Applications that a realm tells of people. */
final class TestTargets {

    static final String TYPE = Target.class.getName();

    private final TestRealm realm;

    private TestTargets(TestRealm realm) {
        this.realm = realm;
    }

    static TestTargets of(TestRealm realm) {
        return new TestTargets(realm);
    }

    /** Not sent yet. */
    static ObjectNode aMoodle(URI url) {
        ObjectNode component = component("relais-moodle", "Moodle");
        set(component, "url", url.toString());
        set(component, "token", MoodleStub.TOKEN);
        set(component, "clients", "moodle");
        return component;
    }

    static ObjectNode aWebhook(URI url, String secret) {
        ObjectNode component = component("relais-webhook", "Webhook");
        set(component, "url", url.toString());
        set(component, "secret", secret);
        set(component, "clients", "moodle");
        return component;
    }

    static ObjectNode set(ObjectNode component, String setting, String value) {
        component.withObject("/config").putArray(setting).add(value);
        return component;
    }

    /** Its id. */
    String add(ObjectNode component) {
        return realm.admin().post("/components", component).expect(201).createdId();
    }

    JsonNode state(String targetId) {
        for (JsonNode target : admin().get("/deliveries").expect(200).json()) {
            if (target.path("id").asText().equals(targetId)) {
                return target;
            }
        }
        throw new AssertionError("No target " + targetId);
    }

    void awaitEmpty(String targetId, Duration most) {
        Rows rows = Rows.of(realm.server());
        Awaitility.await()
                .atMost(most)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> rows.number("select count(*) from RELAIS_DELIVERY where TARGET_ID = ?", targetId) == 0);
    }

    /** Until a comparison that was asked for is over. */
    void awaitFinished(String targetId, Duration most) {
        Awaitility.await()
                .atMost(most)
                .until(() -> state(targetId).at("/reconciliation/finishedAt").isTextual());
    }

    Api admin() {
        return realm.admin().below("/relais");
    }

    private static ObjectNode component(String kind, String name) {
        ObjectNode component = Api.JSON.createObjectNode();
        return component.put("name", name).put("providerType", TYPE).put("providerId", kind);
    }
}
