package org.relais.keycloak.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Roles as the stock Admin API handles them. */
final class Roles {

    private final Api admin;
    private final String realmManagement;

    private Roles(TestRealm realm) {
        this.admin = realm.admin();
        this.realmManagement = admin.get("/clients?clientId=realm-management")
                .expect(200)
                .json()
                .get(0)
                .get("id")
                .asText();
    }

    static Roles of(TestRealm realm) {
        return new Roles(realm);
    }

    void makeAdministrators(String groupId) {
        admin.post("/groups/%s/role-mappings/clients/%s".formatted(groupId, realmManagement), List.of(manageUsers()))
                .expect(204);
    }

    void giveRealmRole(String groupId, String role) {
        admin.post("/roles", Map.of("name", role)).expect(201);
        admin.post("/groups/%s/role-mappings/realm".formatted(groupId), List.of(realmRole(role)))
                .expect(204);
    }

    void makeAdministrative(String role) {
        admin.post("/roles/%s/composites".formatted(role), List.of(manageUsers()))
                .expect(204);
    }

    private JsonNode realmRole(String role) {
        return admin.get("/roles/" + role).expect(200).json();
    }

    private JsonNode manageUsers() {
        return admin.get("/clients/%s/roles/manage-users".formatted(realmManagement))
                .expect(200)
                .json();
    }
}
