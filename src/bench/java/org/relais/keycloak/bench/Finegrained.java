package org.relais.keycloak.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.relais.keycloak.bench.measure.Http;
import org.relais.keycloak.bench.seed.Person;
import org.relais.keycloak.bench.seed.School;
import org.relais.keycloak.bench.seed.Suffixes;

/**
 * What Keycloak alone offers heads: fine-grained admin permissions, one policy and one permission a head, which let the
 * head view the school's groups.
 */
final class Finegrained {

    private final ServerVariant stock;
    private final String token;

    Finegrained(ServerVariant stock) {
        this.stock = stock;
        this.token = stock.administrator();
    }

    void letSeeOwnGroups(List<Person> heads) {
        ObjectNode realm = (ObjectNode) ServerVariant.read(Http.send(Http.get(stock.admin(""), token)));
        send("PUT", stock.admin(""), realm.put("adminPermissionsEnabled", true));
        String permissions = clientId("admin-permissions");
        String management = clientId("realm-management");
        JsonNode query = ServerVariant.read(
                Http.send(Http.get(stock.admin("/clients/" + management + "/roles/query-groups"), token)));
        URI below = stock.admin("/clients/" + permissions + "/authz/resource-server");
        for (Person head : heads) {
            send(
                    "POST",
                    stock.admin("/users/" + head.id() + "/role-mappings/clients/" + management),
                    ServerVariant.JSON.createArrayNode().add(query));
            permit(below, head);
        }
    }

    private void permit(URI below, Person head) {
        ObjectNode policy = ServerVariant.JSON.createObjectNode().put("name", "policy " + head.id());
        policy.putArray("users").add(head.id());
        String policyId = send("POST", URI.create(below + "/policy/user"), policy)
                .get("id")
                .asText();
        School school = TestUsers.schoolOf(head);
        ObjectNode permission = ServerVariant.JSON
                .createObjectNode()
                .put("name", "permission " + head.id())
                .put("resourceType", "Groups");
        permission.putArray("policies").add(policyId);
        permission.putArray("scopes").add("view");
        var resources = permission.putArray("resources");
        Stream.concat(Stream.of(school.id()), Suffixes.ALL.stream().map(school::groupId))
                .forEach(resources::add);
        send("POST", URI.create(below + "/permission/scope"), permission);
    }

    private String clientId(String name) {
        return ServerVariant.read(Http.send(Http.get(stock.admin("/clients?clientId=" + name), token)))
                .get(0)
                .get("id")
                .asText();
    }

    private JsonNode send(String method, URI address, JsonNode body) {
        return ServerVariant.read(Http.send(Http.json(method, address, token, body.toString())));
    }
}
