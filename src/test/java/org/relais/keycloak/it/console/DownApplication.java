package org.relais.keycloak.it.console;

import java.util.List;
import java.util.Map;
import org.relais.keycloak.it.support.server.TestRealm;

/** An application that is to be told of people, but does not answer. */
final class DownApplication {

    static final String NAME = "Webhook";

    private DownApplication() {}

    /** @param client whose people it is told of */
    static void connect(TestRealm realm, String client) {
        realm.admin()
                .post(
                        "/components",
                        Map.of(
                                "name",
                                NAME,
                                "providerId",
                                "relais-webhook",
                                "providerType",
                                "org.relais.keycloak.delivery.Target",
                                "config",
                                Map.of(
                                        "url", List.of("http://127.0.0.1:9/hook"),
                                        "secret", List.of("whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz"),
                                        "clients", List.of(client))))
                .expect(201);
    }
}
