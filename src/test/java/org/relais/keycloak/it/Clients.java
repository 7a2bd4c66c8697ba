package org.relais.keycloak.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The clients of a realm as the stock Admin API handles them. */
final class Clients {

    private final Api admin;

    private Clients(TestRealm realm) {
        this.admin = realm.admin();
    }

    static Clients of(TestRealm realm) {
        return new Clients(realm);
    }

    ObjectNode find(String clientId) {
        return (ObjectNode) admin.get("/clients?clientId=" + Api.encode(clientId))
                .expect(200)
                .json()
                .get(0);
    }

    String id(String clientId) {
        return find(clientId).get("id").asText();
    }

    /** Adds a client scope of the realm, for every sign-in. */
    void addScope(String clientId, String scope) {
        for (JsonNode known : admin.get("/client-scopes").expect(200).json()) {
            if (known.get("name").asText().equals(scope)) {
                admin.put(
                                "/clients/%s/default-client-scopes/%s"
                                        .formatted(id(clientId), known.get("id").asText()),
                                null)
                        .expect(204);
                return;
            }
        }
        throw new AssertionError("No client scope " + scope);
    }

    void setAttribute(String clientId, String name, String value) {
        ObjectNode client = find(clientId);
        client.withObject("/attributes").put(name, value);
        admin.put("/clients/" + client.get("id").asText(), client).expect(204);
    }
}
