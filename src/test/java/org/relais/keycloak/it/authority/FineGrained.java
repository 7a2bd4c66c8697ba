package org.relais.keycloak.it.authority;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Clients;
import org.relais.keycloak.it.support.server.TestRealm;

/** Keycloak's fine-grained admin permissions of a realm (version 2), switched on. */
final class FineGrained {

    private final Api authorization;

    private FineGrained(Api authorization) {
        this.authorization = authorization;
    }

    static FineGrained switchedOnIn(TestRealm realm) {
        realm.admin().put("", Map.of("adminPermissionsEnabled", true)).expect(204);
        String client = Clients.of(realm).id("admin-permissions");
        return new FineGrained(realm.admin().below("/clients/" + client + "/authz/resource-server"));
    }

    /** Somebody may do something with certain resources of a kind, or with all of that kind when none is named. */
    FineGrained allow(TestPerson person, String kind, List<String> scopes, String... resources) {
        String policy = userPolicy(person);
        permit(kind, scopes, List.of(policy), resources);
        return this;
    }

    /** The members of a group, and of those below it if it is extended, see all users. */
    String groupPolicy(String groupId, boolean extended) {
        return policy(
                "group",
                "group " + groupId + UUID.randomUUID(),
                Map.of("groups", List.of(Map.of("id", groupId, "extendChildren", extended))));
    }

    /** Whoever has a role of the realm. */
    String rolePolicy(String roleId) {
        return policy("role", "role " + roleId, Map.of("roles", List.of(Map.of("id", roleId))));
    }

    String userPolicy(TestPerson person) {
        return policy("user", "user " + UUID.randomUUID(), Map.of("users", List.of(person.id())));
    }

    /** What one of several policies allows, or all of them together, or what they do not. */
    String aggregate(String logic, String... policies) {
        return policy(
                "aggregate",
                "aggregate " + UUID.randomUUID(),
                Map.of("policies", List.of(policies), "logic", logic, "decisionStrategy", "AFFIRMATIVE"));
    }

    /** Whoever a policy means may see all users. */
    String permitTo(String policy) {
        return permit("Users", List.of("view"), List.of(policy));
    }

    void withdraw(String permission) {
        authorization.delete("/permission/scope/" + permission).expect(204);
    }

    private String policy(String type, String name, Map<String, Object> more) {
        Map<String, Object> policy = new LinkedHashMap<>(more);
        policy.put("name", name);
        return authorization
                .post("/policy/" + type, policy)
                .expect(201)
                .json()
                .get("id")
                .asText();
    }

    private String permit(String kind, List<String> scopes, List<String> policies, String... resources) {
        Map<String, Object> permission = new LinkedHashMap<>();
        permission.put("name", "may " + UUID.randomUUID());
        permission.put("resourceType", kind);
        permission.put("scopes", scopes);
        permission.put("policies", policies);
        if (resources.length > 0) {
            permission.put("resources", List.of(resources));
        }
        return authorization
                .post("/permission/scope", permission)
                .expect(201)
                .json()
                .get("id")
                .asText();
    }
}
