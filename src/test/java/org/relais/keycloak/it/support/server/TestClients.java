package org.relais.keycloak.it.support.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The clients a test signs in with: two of its own, and the demo's, which take a password directly. */
public final class TestClients {

    /** Its access tokens are for Relais. */
    public static final String TESTS = "tests";

    /** Its access tokens are for nobody in particular. */
    public static final String NO_AUDIENCE = "no-audience";

    private TestClients() {}

    static void addTo(ObjectNode realm) {
        for (JsonNode client : realm.withArray("clients")) {
            if (!client.path("bearerOnly").asBoolean()
                    && client.path("protocol").asText("openid-connect").equals("openid-connect")) {
                ((ObjectNode) client).put("directAccessGrantsEnabled", true);
            }
        }
        ObjectNode mapper = client(realm, TESTS).withArray("protocolMappers").addObject();
        mapper.put("name", "relais")
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-audience-mapper")
                .putObject("config")
                .put("included.custom.audience", "relais")
                .put("access.token.claim", "true");
        client(realm, NO_AUDIENCE);
    }

    private static ObjectNode client(ObjectNode realm, String id) {
        ObjectNode client = realm.withArray("clients").addObject();
        client.put("clientId", id)
                .put("enabled", true)
                .put("protocol", "openid-connect")
                .put("publicClient", true)
                .put("standardFlowEnabled", false)
                .put("directAccessGrantsEnabled", true);
        return client;
    }
}
