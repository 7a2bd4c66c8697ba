package org.relais.keycloak.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/** The settings of a realm, in its component {@code relais-academy}. */
final class Academies {

    private final Api admin;

    private Academies(TestRealm realm) {
        this.admin = realm.admin();
    }

    static Academies of(TestRealm realm) {
        return new Academies(realm);
    }

    void set(String setting, String... values) {
        for (JsonNode component : admin.get("/components").expect(200).json()) {
            if (component.path("providerId").asText().equals("relais-academy")) {
                ArrayNode list = component.withArray("/config/" + setting);
                list.removeAll();
                List.of(values).forEach(list::add);
                admin.put("/components/" + component.get("id").asText(), component)
                        .expect(204);
            }
        }
    }
}
