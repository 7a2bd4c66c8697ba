package org.relais.keycloak.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.bench.seed.Password;
import org.relais.keycloak.bench.seed.Suffixes;
import org.relais.keycloak.server.Project;

/** The demo's realm without its people and schools, with thirty profiles and the clients of the benchmark. */
final class AcademyRealm {

    static final String NAME = "academie";
    static final String ADMINISTRATOR = "administrateur";
    /** Its tokens are for the API of Relais. */
    static final String API_CLIENT = "bench";
    /** An application that the groups of assistants open, with the mapper of Relais. */
    static final String RELAIS_CLIENT = "pmb";
    /** Another with the group mapper of Keycloak. */
    static final String STOCK_CLIENT = "stock-groups";

    private static final String COMPONENTS = "org.relais.keycloak.school.SchoolComponent";
    private static final int HOURS_10 = 36_000;

    /** What the demo has of the gate: a server without Relais cannot read it, and we install the gate where it is measured. */
    private static final List<String> GATE =
            List.of("browserFlow", "authenticationFlows", "requiredActions", "clientProfiles", "clientPolicies");

    private AcademyRealm() {}

    static ObjectNode representation() throws IOException {
        ObjectNode realm = (ObjectNode) ServerVariant.JSON.readTree(
                Project.docker().resolve("realm/academie-realm.json").toFile());
        realm.put("realm", NAME)
                .put("passwordPolicy", Password.POLICY)
                .put("accessTokenLifespan", HOURS_10)
                .put("ssoSessionIdleTimeout", HOURS_10)
                .put("bruteForceProtected", false);
        realm.remove(GATE);
        realm.putArray("groups").addObject().put("name", "etablissements");
        addAdministrator(realm.putArray("users"));
        ArrayNode components = realm.withObject("/components").withArray(COMPONENTS);
        configure(components);
        addProfiles(components);
        addTypes(components);
        addClients(realm.withArray("clients"));
        return realm;
    }

    private static void addAdministrator(ArrayNode users) {
        ObjectNode user = users.addObject()
                .put("username", ADMINISTRATOR)
                .put("firstName", "Administrateur")
                .put("lastName", "Académique")
                .put("email", "administrateur@academie.example")
                .put("enabled", true);
        user.putArray("credentials").addObject().put("type", "password").put("value", Password.PLAIN);
        user.putArray("realmRoles").add("default-roles-" + NAME);
        user.putObject("clientRoles").putArray("realm-management").add("realm-admin");
    }

    /** Nobody's searches are to be refused. */
    private static void configure(ArrayNode components) {
        for (JsonNode component : components) {
            if (component.get("providerId").asText().equals("relais-academy")) {
                ((ObjectNode) component.get("config"))
                        .putArray("searchesPerMinute")
                        .add("99999");
            }
        }
    }

    /** Managers see everybody, pupils and parents too: the largest index there can be. */
    private static void addTypes(ArrayNode components) {
        Map.of(
                        "aesh", "AES",
                        "vie-scolaire", "AED",
                        "enseignants", "ENS",
                        "documentation", "DOC",
                        "direction", "DIR",
                        "eleves", "National_ELV",
                        "parents", "National_TUT")
                .forEach((type, value) -> {
                    ObjectNode config = components
                            .addObject()
                            .put("name", type)
                            .put("providerId", "relais-person-type")
                            .putObject("config");
                    config.putArray("typeId").add(type);
                    config.putArray("typeValues").add(value);
                    config.putArray("visibleToManagers").add("true");
                });
    }

    private static void addProfiles(ArrayNode components) {
        for (String suffix : Suffixes.MORE) {
            ObjectNode config = components
                    .addObject()
                    .put("name", suffix)
                    .put("providerId", "relais-profile")
                    .putObject("config");
            Map.of(
                            "suffix", List.of(suffix),
                            "population", List.of("MIXED"),
                            "managedBy", List.of("DIR"),
                            "clients", List.of("pronote-{uai}", "moodle"))
                    .forEach((name, values) -> values.forEach(config.withArray(name)::add));
        }
    }

    private static void addClients(ArrayNode clients) {
        for (JsonNode client : clients) {
            ((ObjectNode) client).put("directAccessGrantsEnabled", true);
        }
        addMapper(client(clients, API_CLIENT), "audience", "oidc-audience-mapper")
                .put("included.custom.audience", "relais")
                .put("access.token.claim", "true");
        addMapper(client(clients, STOCK_CLIENT), "groups", "oidc-group-membership-mapper")
                .put("claim.name", "groups")
                .put("full.path", "true")
                .put("access.token.claim", "true")
                .put("id.token.claim", "true")
                .put("userinfo.token.claim", "true")
                .put("introspection.token.claim", "true");
    }

    private static ObjectNode client(ArrayNode clients, String id) {
        return clients.addObject()
                .put("clientId", id)
                .put("enabled", true)
                .put("protocol", "openid-connect")
                .put("publicClient", true)
                .put("standardFlowEnabled", true)
                .put("directAccessGrantsEnabled", true);
    }

    private static ObjectNode addMapper(ObjectNode client, String name, String provider) {
        return client.withArray("protocolMappers")
                .addObject()
                .put("name", name)
                .put("protocol", "openid-connect")
                .put("protocolMapper", provider)
                .putObject("config");
    }
}
