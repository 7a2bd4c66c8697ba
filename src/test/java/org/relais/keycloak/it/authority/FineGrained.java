package org.relais.keycloak.it.authority;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        String name = person.username() + " " + kind;
        JsonNode policy = authorization
                .post("/policy/user", Map.of("name", name, "users", List.of(person.id())))
                .expect(201)
                .json();
        Map<String, Object> permission = new LinkedHashMap<>();
        permission.put("name", "may " + name);
        permission.put("resourceType", kind);
        permission.put("scopes", scopes);
        permission.put("policies", List.of(policy.get("id").asText()));
        if (resources.length > 0) {
            permission.put("resources", List.of(resources));
        }
        authorization.post("/permission/scope", permission).expect(201);
        return this;
    }
}
