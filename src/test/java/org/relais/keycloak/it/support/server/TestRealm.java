package org.relais.keycloak.it.support.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.protocol.CodeFlow;
import org.relais.keycloak.it.support.protocol.Tokens;

/**
 * The demo's realm under a name of its own, with the named people only. Everybody's password is {@value #PASSWORD}.
 */
public final class TestRealm implements AutoCloseable {

    public static final String PASSWORD = "demo";

    private final ServerUnderTest server;
    private final ObjectNode template;
    private final String name;

    private TestRealm(ServerUnderTest server, String name) {
        this.server = server;
        this.name = name;
        this.template = RealmTemplate.named(name);
    }

    public static TestRealm fresh(ServerUnderTest server) {
        var realm = new TestRealm(server, "it-" + UUID.randomUUID().toString().substring(0, 8));
        server.admin().post("/admin/realms", realm.template).expect(201);
        return realm;
    }

    /** The same realm as another node shows it. Whoever has made the realm closes it. */
    public TestRealm seenAt(ServerUnderTest node) {
        return new TestRealm(node, name);
    }

    public String name() {
        return name;
    }

    public ServerUnderTest server() {
        return server;
    }

    /** {@code /admin/realms/<name>…} with the token of the administrator of the realm master. */
    public Api admin() {
        return server.admin().below("/admin/realms/" + name);
    }

    /** {@code /realms/<name>/relais…} with a token of the client {@code tests}. */
    public Api relais(String username) {
        return relaisWith(token(username, TestClients.TESTS));
    }

    /** {@code /realms/<name>/relais…} with this access token, or with none when it is null. */
    public Api relaisWith(String accessToken) {
        return new Api(server.url(), () -> accessToken).below("/realms/" + name + "/relais");
    }

    /** {@code /admin/realms/<name>/relais…} with this access token. */
    public Api relaisAdminWith(String accessToken) {
        return new Api(server.url(), () -> accessToken).below("/admin/realms/" + name + "/relais");
    }

    public String token(String username, String clientId) {
        return signIn(username, clientId).access();
    }

    /** By password, without a browser. */
    public Tokens signIn(String username, String clientId) {
        var answer = trySignIn(username, clientId).expect(200);
        return Tokens.of(answer.json());
    }

    /** The same where a refusal is expected. */
    public Answer trySignIn(String username, String clientId) {
        return askToken(clientId, passwordForm(username, "openid"));
    }

    /** What a client asks the token endpoint with somebody's password. */
    public static Map<String, String> passwordForm(String username, String scope) {
        return Map.of("grant_type", "password", "username", username, "password", PASSWORD, "scope", scope);
    }

    public Answer tryRefresh(Tokens tokens, String clientId) {
        return askToken(clientId, Map.of("grant_type", "refresh_token", "refresh_token", tokens.refresh()));
    }

    public Tokens refresh(Tokens tokens, String clientId) {
        return Tokens.of(tryRefresh(tokens, clientId).expect(200).json());
    }

    /** As a person does: the login page, the code, the exchange. */
    public CodeFlow codeFlow(String clientId, String redirectUri) {
        return new CodeFlow(this, clientId, redirectUri);
    }

    /** As the account console does. */
    public CodeFlow accountConsole() {
        return codeFlow("account-console", server.url() + "/realms/" + name + "/account/");
    }

    /** Changes a setting of the realm itself. */
    public void set(String setting, Object value) {
        admin().put("", Map.of(setting, value)).expect(204);
    }

    public String userId(String username) {
        JsonNode users = admin().get("/users?exact=true&username=" + Api.encode(username))
                .expect(200)
                .json();
        if (users.size() != 1) {
            throw new IllegalArgumentException("%d users are called %s".formatted(users.size(), username));
        }
        return users.get(0).get("id").asText();
    }

    /** @param group the technical name, as {@code 0359001U_AES}, or a whole path */
    public String groupId(String group) {
        String path = group.startsWith("/")
                ? group
                : "/etablissements/%s/%s".formatted(group.substring(0, group.indexOf('_')), group);
        return admin().get("/group-by-path" + path).expect(200).json().get("id").asText();
    }

    /** A server that keeps house at that very moment may be in the way of a whole realm: there it is asked once more. */
    @Override
    public void close() {
        Answer first = admin().delete("");
        Answer last = first.status() >= 500 && server.keepsHouse() ? admin().delete("") : first;
        last.expect(204);
    }

    public Answer askToken(String clientId, Map<String, String> form) {
        Map<String, String> whole = new LinkedHashMap<>(form);
        whole.put("client_id", clientId);
        for (JsonNode client : template.path("clients")) {
            if (client.path("clientId").asText().equals(clientId) && client.has("secret")) {
                whole.put("client_secret", client.get("secret").asText());
            }
        }
        return server.api().postForm("/realms/" + name + "/protocol/openid-connect/token", whole);
    }
}
