package org.relais.keycloak.it.support.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.relais.keycloak.it.support.protocol.Api;

/** The clients of a realm as the stock Admin API handles them. */
public final class Clients {

    private final Api admin;

    private Clients(TestRealm realm) {
        this.admin = realm.admin();
    }

    public static Clients of(TestRealm realm) {
        return new Clients(realm);
    }

    public ObjectNode find(String clientId) {
        return (ObjectNode) admin.get("/clients?clientId=" + Api.encode(clientId))
                .expect(200)
                .json()
                .get(0);
    }

    public String id(String clientId) {
        return find(clientId).get("id").asText();
    }

    /** Adds a client scope of the realm, for every sign-in. */
    public void addScope(String clientId, String scope) {
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

    public void setAttribute(String clientId, String name, String value) {
        ObjectNode client = find(clientId);
        client.withObject("/attributes").put(name, value);
        admin.put("/clients/" + client.get("id").asText(), client).expect(204);
    }
}
