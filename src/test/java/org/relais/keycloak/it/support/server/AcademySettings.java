package org.relais.keycloak.it.support.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;

/** The settings of a realm, in its component {@code relais-academy}. */
public final class AcademySettings {

    private final Api admin;

    private AcademySettings(TestRealm realm) {
        this.admin = realm.admin();
    }

    public static AcademySettings of(TestRealm realm) {
        return new AcademySettings(realm);
    }

    public void set(String setting, String... values) {
        trySetting(setting, values).expect(204);
    }

    /** For values that may be refused. */
    public Answer trySetting(String setting, String... values) {
        for (JsonNode component : admin.get("/components").expect(200).json()) {
            if (component.path("providerId").asText().equals("relais-academy")) {
                ArrayNode list = component.withArray("/config/" + setting);
                list.removeAll();
                List.of(values).forEach(list::add);
                return admin.put("/components/" + component.get("id").asText(), component);
            }
        }
        throw new IllegalStateException("The realm has no component relais-academy");
    }
}
