package org.relais.keycloak.it.support.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.relais.keycloak.delivery.Target;
import org.relais.keycloak.delivery.moodle.MoodleStub;
import org.relais.keycloak.it.support.protocol.Api;

/** Applications that a realm tells of people. */
public final class TestTargets {

    static final String TYPE = Target.class.getName();

    private final TestRealm realm;

    private TestTargets(TestRealm realm) {
        this.realm = realm;
    }

    public static TestTargets of(TestRealm realm) {
        return new TestTargets(realm);
    }

    /** Not sent yet. */
    public static ObjectNode aMoodle(URI url) {
        ObjectNode component = component("relais-moodle", "Moodle");
        set(component, "url", url.toString());
        set(component, "token", MoodleStub.TOKEN);
        set(component, "clients", "moodle");
        return component;
    }

    public static ObjectNode aWebhook(URI url, String secret) {
        ObjectNode component = component("relais-webhook", "Webhook");
        set(component, "url", url.toString());
        set(component, "secret", secret);
        set(component, "clients", "moodle");
        return component;
    }

    public static ObjectNode set(ObjectNode component, String setting, String value) {
        component.withObject("/config").putArray(setting).add(value);
        return component;
    }

    /** Its id. */
    public String add(ObjectNode component) {
        return realm.admin().post("/components", component).expect(201).createdId();
    }

    public JsonNode state(String targetId) {
        for (JsonNode target : admin().get("/deliveries").expect(200).json()) {
            if (target.path("id").asText().equals(targetId)) {
                return target;
            }
        }
        throw new AssertionError("No target " + targetId);
    }

    public void awaitEmpty(String targetId, Duration most) {
        Sql sql = Sql.of(realm.server());
        Awaitility.await()
                .atMost(most)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> sql.number("select count(*) from RELAIS_DELIVERY where TARGET_ID = ?", targetId) == 0);
    }

    /** Until a reconciliation that was asked for is over. */
    public void awaitFinished(String targetId, Duration most) {
        Awaitility.await()
                .atMost(most)
                .until(() -> state(targetId).at("/reconciliation/finishedAt").isTextual());
    }

    public Api admin() {
        return realm.admin().below("/relais");
    }

    private static ObjectNode component(String kind, String name) {
        ObjectNode component = Api.JSON.createObjectNode();
        return component.put("name", name).put("providerType", TYPE).put("providerId", kind);
    }
}
