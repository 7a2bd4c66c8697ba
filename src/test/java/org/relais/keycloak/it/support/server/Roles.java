package org.relais.keycloak.it.support.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.it.support.protocol.Api;

/** Roles as the stock Admin API handles them. */
public final class Roles {

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

    public static Roles of(TestRealm realm) {
        return new Roles(realm);
    }

    /** A role of the client {@code realm-management}, for {@code /users/<id>} or {@code /groups/<id>}. */
    public void giveAdministration(String to, String role) {
        admin.post(
                        "%s/role-mappings/clients/%s".formatted(to, realmManagement),
                        List.of(clientRole(realmManagement, role)))
                .expect(204);
    }

    public void makeAdministrators(String groupId) {
        giveAdministration("/groups/" + groupId, "manage-users");
    }

    public void giveRealmRole(String groupId, String role) {
        admin.post("/roles", Map.of("name", role)).expect(201);
        admin.post("/groups/%s/role-mappings/realm".formatted(groupId), List.of(realmRole(role)))
                .expect(204);
    }

    /** A new role of a client, mapped to the group. */
    public void giveClientRole(String groupId, String clientId, String role) {
        String client = createRole(clientId, role);
        admin.post("/groups/%s/role-mappings/clients/%s".formatted(groupId, client), List.of(clientRole(client, role)))
                .expect(204);
    }

    /** A new role of a client, as a part of a realm role. */
    public void addClientRole(String composite, String clientId, String role) {
        String client = createRole(clientId, role);
        admin.post("/roles/%s/composites".formatted(Api.encode(composite)), List.of(clientRole(client, role)))
                .expect(204);
    }

    public void makeAdministrative(String role) {
        admin.post("/roles/%s/composites".formatted(role), List.of(manageUsers()))
                .expect(204);
    }

    private JsonNode realmRole(String role) {
        return admin.get("/roles/" + role).expect(200).json();
    }

    private JsonNode manageUsers() {
        return clientRole(realmManagement, "manage-users");
    }

    private String createRole(String clientId, String role) {
        String client = admin.get("/clients?clientId=" + Api.encode(clientId))
                .expect(200)
                .json()
                .get(0)
                .get("id")
                .asText();
        admin.post("/clients/%s/roles".formatted(client), Map.of("name", role)).expect(201);
        return client;
    }

    private JsonNode clientRole(String client, String role) {
        return admin.get("/clients/%s/roles/%s".formatted(client, role))
                .expect(200)
                .json();
    }
}
