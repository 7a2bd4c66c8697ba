package org.relais.keycloak.it.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.GrantToGive;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.GuardedClients;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** A token that is asked to does not outlive the access it rests on, and says so wherever it says how long it lives. */
@ExtendWith(RelaisServer.class)
class WithinGrantIT {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration LEFT = Duration.ofMinutes(2);

    private TestPerson person;
    private String grant;

    @BeforeAll
    static void the_client_has_the_scope_of_relais(TestRealm realm) {
        GuardedClients.addTo(realm);
    }

    @BeforeEach
    void an_access_runs_out_in_two_minutes(TestRealm realm) {
        person = TestPerson.aPerson().whoSignsIn().in(realm);
        grant = GrantToGive.aGrant(realm).to(person.username()).give();
        LedgerRows.of(realm).endAt(grant, Instant.now().plus(LEFT).toEpochMilli());
    }

    @Test
    void access_and_id_token_end_with_the_access_and_the_answer_says_so(TestRealm realm) {
        JsonNode answer = signIn(realm);

        assertLeft(answer);
        long end = Tokens.of(answer).claims().get("exp").asLong();
        assertThat(Tokens.of(answer).idClaims().get("exp").asLong()).isEqualTo(end);
        assertThat(Instant.ofEpochSecond(end)).isBefore(Instant.now().plus(LEFT));
    }

    @Test
    void a_refreshed_token_ends_with_the_access_too_while_the_session_goes_on(TestRealm realm) {
        Tokens first = Tokens.of(signIn(realm));

        JsonNode answer = GuardedClients.askAsService(
                        realm, Map.of("grant_type", "refresh_token", "refresh_token", first.refresh()))
                .expect(200)
                .json();

        assertLeft(answer);
        assertThat(answer.get("refresh_expires_in").asLong()).isGreaterThan(LEFT.toSeconds());
    }

    @Test
    void an_access_that_is_renewed_gives_the_usual_lifetime_again(TestRealm realm) {
        signIn(realm);

        LedgerRows.of(realm).endAt(grant, Days.endOf(Days.soon()));

        assertWhole(signIn(realm));
    }

    @Test
    void an_official_membership_beside_it_makes_it_last(TestRealm realm) {
        realm.admin()
                .put("/users/%s/groups/%s".formatted(person.id(), realm.groupId(OTHER_GROUP)), null)
                .expect(204);

        assertWhole(signIn(realm));
    }

    @Test
    void the_token_is_as_long_as_ever_where_the_mapper_is_not_told_to_shorten_it(TestRealm realm) {
        JsonNode answer =
                realm.trySignIn(person.username(), PRONOTE).expect(200).json();

        assertWhole(answer);
    }

    private JsonNode signIn(TestRealm realm) {
        return GuardedClients.askAsService(realm, TestRealm.passwordForm(person.username(), "openid"))
                .expect(200)
                .json();
    }

    /** Keycloak looks at the clock again when the token is made: a second may have passed. */
    private static void assertWhole(JsonNode answer) {
        assertThat(answer.get("expires_in").asLong()).isBetween(LIFE.toSeconds() - 5, LIFE.toSeconds());
    }

    private static void assertLeft(JsonNode answer) {
        assertThat(answer.get("expires_in").asLong()).isBetween(60L, LEFT.toSeconds());
        JsonNode claims = Tokens.of(answer).claims();
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong())
                .isCloseTo(answer.get("expires_in").asLong(), org.assertj.core.data.Offset.offset(2L));
    }
}
