package org.relais.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.keycloak.it.support.people.GrantToGive;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.GuardedClients;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestClients;
import org.relais.keycloak.it.support.server.TestRealm;

/** A token that Keycloak would not accept tells the gate nothing: whoever sends one does not learn who has access. */
@ExtendWith(RelaisServer.class)
class ForgedTokenIT {

    private static final String REALM_OF_NOBODY = "http://127.0.0.1/realms/nowhere";

    private static TestPerson open;
    private static TestPerson closed;

    @BeforeAll
    static void one_person_has_access_and_one_has_not(TestRealm realm) {
        GuardedClients.addTo(realm);
        GuardedClients.forService(realm, TestClients.NO_AUDIENCE);
        open = TestPerson.aPerson().whoSignsIn().in(realm);
        closed = TestPerson.aPerson().whoSignsIn().in(realm);
        GrantToGive.aGrant(realm).to(open.username()).give();
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void a_forged_token_does_not_tell_who_has_access(Forgery forgery, TestRealm realm) {
        Answer ofOpen = exchange(realm, forgery.of(genuine(realm, open)));
        Answer ofClosed = exchange(realm, forgery.of(genuine(realm, closed)));

        assertThat(ofOpen.status()).isBetween(400, 499);
        assertThat(ofClosed.text()).isEqualTo(ofOpen.text()).doesNotContain("No group of the person");
        assertThat(ofClosed.status()).isEqualTo(ofOpen.status());
    }

    @Test
    void a_token_of_a_session_that_has_ended_does_not_tell_either(TestRealm realm) {
        Answer ofOpen = exchange(realm, afterSignOut(realm, open));
        Answer ofClosed = exchange(realm, afterSignOut(realm, closed));

        assertThat(ofOpen.status()).isEqualTo(400);
        assertThat(ofClosed.text()).isEqualTo(ofOpen.text());
    }

    @Test
    void a_genuine_token_of_another_realm_does_not_tell_either(TestRealm realm) {
        try (TestRealm other = realm.server().freshRealm()) {
            TestPerson stranger = TestPerson.aPerson().whoSignsIn().in(other);
            String token = other.token(stranger.username(), TestClients.NO_AUDIENCE);

            Answer answer = exchange(realm, token);

            assertThat(answer.expect(400).text()).contains("Invalid token");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "a.b.c",
                "e30.e30.",
                "e30.e30.e30",
                "bnVsbA.bnVsbA.bnVsbA",
                "W10.W10.W10",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJmOngifQ.",
                "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOnsiYSI6MX19.AAAA",
                "eyJhbGciOiJSUzI1NiIsImtpZCI6NX0.eyJzdWIiOlsxLDJdfQ.AAAA",
                "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAA.AAAA.AAAA",
                "....",
                "é.è.à"
            })
    void odd_tokens_are_bad_requests(String token, TestRealm realm) {
        Answer answer = exchange(realm, token);

        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
    }

    @Test
    void a_huge_token_is_a_bad_request(TestRealm realm) {
        Answer answer = exchange(realm, "e30." + "A".repeat(100_000) + ".AAAA");

        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"requested_subject", "subject_issuer", "actor_token"})
    void other_words_about_a_person_tell_nothing_either(String parameter, TestRealm realm) {
        Answer ofOpen = exchangeWith(realm, parameter, open);
        Answer ofClosed = exchangeWith(realm, parameter, closed);

        assertThat(ofOpen.status()).isBetween(400, 499);
        assertThat(ofClosed.text()).isEqualTo(ofOpen.text());
    }

    private static Answer exchangeWith(TestRealm realm, String parameter, TestPerson person) {
        return GuardedClients.askAsService(
                realm,
                Map.of(
                        "grant_type",
                        "urn:ietf:params:oauth:grant-type:token-exchange",
                        "subject_token",
                        "a.b.c",
                        "subject_token_type",
                        "urn:ietf:params:oauth:token-type:access_token",
                        parameter,
                        person.id()));
    }

    static Stream<Forgery> forgeries() {
        return Stream.of(
                new Forgery("unsigned", claims -> {}, Map.of("alg", "none"), ""),
                new Forgery("signed by somebody else", claims -> {}, Map.of("alg", "RS256", "kid", "x"), "AAAA"),
                new Forgery(
                        "signed with a key of ours for something else", claims -> {}, Map.of("alg", "HS512"), "AAAA"),
                new Forgery(
                        "of another issuer", claims -> claims.put("iss", REALM_OF_NOBODY), Map.of("alg", "none"), ""),
                new Forgery("over", claims -> claims.put("exp", 1), Map.of("alg", "none"), ""),
                new Forgery(
                        "of a storage that is not there",
                        claims -> claims.put("sub", "f:x"),
                        Map.of("alg", "none"),
                        ""),
                new Forgery("that names a session only", claims -> claims.remove("sub"), Map.of("alg", "none"), ""));
    }

    /** Somebody's own token, with other claims, another header and another signature. */
    private record Forgery(String name, Consumer<ObjectNode> change, Map<String, String> header, String signature) {

        String of(Tokens genuine) {
            ObjectNode claims = (ObjectNode) genuine.claims();
            change.accept(claims);
            return base64(Api.JSON.valueToTree(header).toString()) + "." + base64(claims.toString()) + "." + signature;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Tokens genuine(TestRealm realm, TestPerson person) {
        return realm.signIn(person.username(), TestClients.NO_AUDIENCE);
    }

    private static String afterSignOut(TestRealm realm, TestPerson person) {
        Tokens tokens = genuine(realm, person);
        String session = tokens.claims().get("sid").asText();
        realm.admin().delete("/sessions/" + session).expect(204);
        return tokens.access();
    }

    private static Answer exchange(TestRealm realm, String token) {
        return GuardedClients.exchange(realm, token);
    }

    private static String base64(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
