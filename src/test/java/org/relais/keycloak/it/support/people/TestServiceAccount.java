package org.relais.keycloak.it.support.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.TestRealm;

/** A program with an account of its own; its tokens are for Relais. */
public record TestServiceAccount(TestRealm realm, String clientId, String userId) {

    public static TestServiceAccount create(TestRealm realm, String clientId) {
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
        JsonNode user = realm.admin()
                .get("/clients/" + id + "/service-account-user")
                .expect(200)
                .json();
        return new TestServiceAccount(realm, clientId, user.get("id").asText());
    }

    /** A role of a client, which is made if there is none. */
    public void give(String client, String role) {
        String id = id(client);
        realm.admin().post("/clients/" + id + "/roles", Map.of("name", role));
        realm.admin().post(mappings(id), List.of(role(id, role))).expect(204);
    }

    public void takeBack(String client, String role) {
        String id = id(client);
        realm.admin().send("DELETE", mappings(id), List.of(role(id, role))).expect(204);
    }

    /** With a new token. */
    public Api api(TestRealm of) {
        return of.relaisWith(token(of));
    }

    public String token() {
        return token(realm);
    }

    private String token(TestRealm of) {
        Map<String, String> form =
                Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", clientId);
        return of.server()
                .api()
                .postForm("/realms/" + of.name() + "/protocol/openid-connect/token", form)
                .expect(200)
                .json()
                .get("access_token")
                .asText();
    }

    private String mappings(String client) {
        return "/users/" + userId + "/role-mappings/clients/" + client;
    }

    private JsonNode role(String client, String role) {
        return realm.admin()
                .get("/clients/" + client + "/roles/" + role)
                .expect(200)
                .json();
    }

    private String id(String client) {
        return realm.admin()
                .get("/clients?clientId=" + client)
                .expect(200)
                .json()
                .get(0)
                .get("id")
                .asText();
    }
}
