package org.relais.keycloak.it.matrix;

import static org.relais.keycloak.it.support.people.DemoNames.ADMINISTRATOR;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** A token is good as long as its person, its session and its days are. */
@ExtendWith(RelaisServer.class)
class TokensIT {

    private static final String TESTS = "tests";

    private final String username = "p-" + System.nanoTime();
    private String userId;
    private Tokens tokens;

    @BeforeEach
    void somebody_who_may_manage_users_signs_in(TestRealm realm) {
        TestPeople people = new TestPeople(realm);
        userId = people.add(username);
        people.give(userId, "manage-users");
        tokens = realm.signIn(username, TESTS);
        assertStatus(realm, tokens.access(), 200);
    }

    @Test
    void a_disabled_person_is_refused(TestRealm realm) {
        realm.admin().put("/users/" + userId, Map.of("enabled", false)).expect(204);

        assertStatus(realm, tokens.access(), 401);
    }

    @Test
    void a_person_who_was_removed_is_refused(TestRealm realm) {
        realm.admin().delete("/users/" + userId).expect(204);

        assertStatus(realm, tokens.access(), 401);
    }

    @Test
    void who_was_signed_out_by_an_administrator_is_refused(TestRealm realm) {
        realm.admin().post("/users/" + userId + "/logout", null).expect(204);

        assertStatus(realm, tokens.access(), 401);
    }

    @Test
    void who_signed_out_is_refused(TestRealm realm) {
        realm.server()
                .api()
                .postForm(
                        "/realms/" + realm.name() + "/protocol/openid-connect/logout",
                        Map.of("client_id", TESTS, "refresh_token", tokens.refresh()))
                .expect(204);

        assertStatus(realm, tokens.access(), 401);
    }

    @Test
    void a_token_is_refused_once_it_is_too_old(TestRealm realm) {
        realm.server().clock().ahead(Duration.ofMinutes(6));

        assertStatus(realm, tokens.access(), 401);
    }

    @Test
    void only_access_tokens_are_taken(TestRealm realm) {
        assertStatus(realm, tokens.id(), 401);
        assertStatus(realm, tokens.refresh(), 401);
    }

    @Test
    void an_altered_token_is_refused(TestRealm realm) {
        String signature = tokens.access().substring(tokens.access().lastIndexOf('.') + 1);
        String other = realm.token(ADMINISTRATOR, TESTS);

        assertStatus(realm, other.substring(0, other.lastIndexOf('.') + 1) + signature, 401);
    }

    @Test
    void who_is_kept_out_of_the_account_console_is_kept_out_here(TestRealm realm) {
        String token = realm.accountConsole().signIn(username).access();
        realm.relaisWith(token).get("/me").expect(200);

        var everybodysRole = realm.admin()
                .get("/roles/default-roles-" + realm.name())
                .expect(200)
                .json();
        realm.admin()
                .send("DELETE", "/users/" + userId + "/role-mappings/realm", List.of(everybodysRole))
                .expect(204);

        realm.relaisWith(realm.accountConsole().signIn(username).access())
                .get("/me")
                .expect(401);
    }

    /** At both addresses. */
    private static void assertStatus(TestRealm realm, String token, int status) {
        realm.relaisWith(token).get("/me").expect(status);
        realm.relaisAdminWith(token).get("/status").expect(status);
    }
}
