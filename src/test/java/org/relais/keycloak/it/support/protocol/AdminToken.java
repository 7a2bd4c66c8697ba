package org.relais.keycloak.it.support.protocol;

import java.time.Duration;
import java.util.Map;
import org.relais.keycloak.it.support.server.ServerUnderTest;

/** A token of the first administrator, asked for anew before its minute is over. */
public final class AdminToken {

    public static final String USERNAME = "admin";
    public static final String PASSWORD = "admin";
    private static final long KEPT_NANOS = Duration.ofSeconds(30).toNanos();

    private final ServerUnderTest server;
    private String token;
    private long askedAt;

    public AdminToken(ServerUnderTest server) {
        this.server = server;
    }

    public synchronized String value() {
        if (token == null || System.nanoTime() - askedAt > KEPT_NANOS) {
            askedAt = System.nanoTime();
            token = ask();
        }
        return token;
    }

    /** The server's clock has moved: the token's times mean nothing any more. */
    public synchronized void forget() {
        token = null;
    }

    private String ask() {
        var form =
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", USERNAME, "password", PASSWORD);
        return server.api()
                .postForm("/realms/master/protocol/openid-connect/token", form)
                .expect(200)
                .json()
                .get("access_token")
                .asText();
    }
}
