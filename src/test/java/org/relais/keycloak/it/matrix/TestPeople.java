package org.relais.keycloak.it.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.relais.keycloak.it.support.people.DemoNames;
import org.relais.keycloak.it.support.server.TestRealm;

/** People a test adds to a realm; they sign in as all others do. */
record TestPeople(TestRealm realm) {

    /** Somebody who signs in; their id is returned. */
    String add(String username) {
        Map<String, Object> password = Map.of("type", "password", "value", TestRealm.PASSWORD, "temporary", false);
        return create(username, List.of(password));
    }

    /** Somebody who never signs in; their id is returned. */
    String addSomebody() {
        return create("p-" + UUID.randomUUID(), List.of());
    }

    private String create(String username, List<Map<String, Object>> credentials) {
        return realm.admin()
                .post(
                        "/users",
                        Map.of(
                                "username",
                                username,
                                "firstName",
                                "Camille",
                                "lastName",
                                "Essai",
                                "email",
                                DemoNames.email(username),
                                "enabled",
                                true,
                                "credentials",
                                credentials))
                .expect(201)
                .createdId();
    }

    void join(String userId, String group) {
        realm.admin()
                .put("/users/" + userId + "/groups/" + realm.groupId(group), Map.of())
                .expect(204);
    }

    /** @param role of the client {@code realm-management} */
    void give(String userId, String role) {
        give(userId, "realm-management", role);
    }

    private void give(String userId, String clientId, String role) {
        String client = clientId(clientId);
        JsonNode found = realm.admin()
                .get("/clients/" + client + "/roles/" + role)
                .expect(200)
                .json();
        realm.admin()
                .post("/users/" + userId + "/role-mappings/clients/" + client, List.of(found))
                .expect(204);
    }

    /** A client with a service account that may manage users; its tokens are for Relais. */
    String serviceAccountToken() {
        give(serviceAccount("robot"), "manage-users");
        return tokenOf("robot");
    }

    /** The same that may read who has access to a client. */
    String feedReaderToken(String clientId) {
        String client = clientId(clientId);
        realm.admin()
                .post("/clients/" + client + "/roles", Map.of("name", "relais-feed"))
                .expect(201);
        give(serviceAccount("import-job"), clientId, "relais-feed");
        return tokenOf("import-job");
    }

    /** A new client with a service account, whose id is returned; its tokens are for Relais. */
    private String serviceAccount(String clientId) {
        Map<String, Object> audience = Map.of(
                "name", "relais",
                "protocol", "openid-connect",
                "protocolMapper", "oidc-audience-mapper",
                "config", Map.of("included.custom.audience", "relais", "access.token.claim", "true"));
        String id = realm.admin()
                .post(
                        "/clients",
                        Map.of(
                                "clientId",
                                clientId,
                                "secret",
                                clientId,
                                "serviceAccountsEnabled",
                                true,
                                "protocolMappers",
                                List.of(audience)))
                .expect(201)
                .createdId();
        return realm.admin()
                .get("/clients/" + id + "/service-account-user")
                .expect(200)
                .json()
                .get("id")
                .asText();
    }

    private String tokenOf(String clientId) {
        Map<String, String> form =
                Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", clientId);
        return realm.server()
                .api()
                .postForm("/realms/" + realm.name() + "/protocol/openid-connect/token", form)
                .expect(200)
                .json()
                .get("access_token")
                .asText();
    }

    private String clientId(String clientId) {
        return realm.admin()
                .get("/clients?clientId=" + clientId)
                .expect(200)
                .json()
                .get(0)
                .get("id")
                .asText();
    }
}
