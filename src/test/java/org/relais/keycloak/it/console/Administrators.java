package org.relais.keycloak.it.console;

import java.util.List;
import java.util.Map;
import org.relais.keycloak.it.support.people.DemoNames;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.TestRealm;

/** People of a realm with some of the rights of administrators. */
final class Administrators {

    private Administrators() {}

    /** Somebody with a role of the client {@code realm-management}; the name is returned. */
    static String with(TestRealm realm, String role) {
        Api admin = realm.admin();
        String username = "avec." + role;
        String id = admin.post(
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
                                List.of(Map.of("type", "password", "value", TestRealm.PASSWORD))))
                .expect(201)
                .createdId();
        String client = admin.get("/clients?clientId=realm-management")
                .expect(200)
                .json()
                .get(0)
                .get("id")
                .asText();
        Object found =
                admin.get("/clients/" + client + "/roles/" + role).expect(200).json();
        admin.post("/users/" + id + "/role-mappings/clients/" + client, List.of(found))
                .expect(204);
        return username;
    }
}
