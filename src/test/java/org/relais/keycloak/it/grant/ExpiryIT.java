package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;
import static org.relais.keycloak.it.support.people.DemoNames.TEACHER;
import static org.relais.keycloak.it.support.people.GrantToGive.aGrant;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.OtherTransaction;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** The end of a grant: access ends by the clock, housekeeping tidies up after it. */
@ExtendWith(RelaisServer.class)
class ExpiryIT {

    @Test
    void the_access_ends_at_once_and_housekeeping_ends_the_grant(TestRealm realm) {
        LedgerRows rows = LedgerRows.of(realm);
        String group = realm.groupId(GROUP);
        String person = realm.userId(OTHER_ASSISTANT);
        String grant = aGrant(realm).to(OTHER_ASSISTANT).until(Days.today()).give();
        assertThat(realm.signIn(OTHER_ASSISTANT, PRONOTE).groups()).containsExactly(GROUP);

        realm.server().clock().ahead(Days.untilJustAfter(Days.today()));
        assertThat(realm.signIn(OTHER_ASSISTANT, PRONOTE).groups()).isEmpty();
        Housekeeping.run(realm.server());

        assertThat(rows.grant(grant).status()).isEqualTo("ENDED");
        assertThat(rows.grant(grant).cause()).isEqualTo("EXPIRED");
        assertThat(rows.isMember(group, person)).isFalse();
        assertThat(rows.actors("ENDED", group, person)).containsExactly("system");
        assertThat(rows.actors("LEFT", group, person)).isEmpty();
    }

    @Test
    void the_last_minute_of_the_last_day_still_counts(TestRealm realm) {
        String grant = aGrant(realm)
                .to(ASSISTANT)
                .in("0359001U_AED")
                .until(Days.soon())
                .give();

        ZonedDateTime lastMinute = Days.soon().atTime(LocalTime.of(23, 58)).atZone(Days.ZONE);
        realm.server().clock().ahead(Days.until(lastMinute));
        Housekeeping.run(realm.server());

        assertThat(LedgerRows.of(realm).grant(grant).status()).isEqualTo("ACTIVE");
        assertThat(realm.signIn(ASSISTANT, PRONOTE).groups()).contains("0359001U_AED");
    }

    @Test
    void nobody_can_renew_what_is_over(TestRealm realm) {
        String grant = aGrant(realm).to(ASSISTANT).in("0359001U_ASH").give();
        LedgerRows.of(realm).endAt(grant, Instant.now().minusSeconds(1).toEpochMilli());

        realm.relais(HEAD)
                .patch("/grants/" + grant, Map.of("endsOn", Days.soon().toString()))
                .expect(409);
    }

    @Test
    void whoever_lost_an_access_can_be_given_it_again_before_housekeeping_comes(TestRealm realm) {
        LedgerRows rows = LedgerRows.of(realm);
        String over = aGrant(realm).to(ASSISTANT).in("0359001U_invites").give();
        rows.endAt(over, Instant.now().minusSeconds(1).toEpochMilli());

        String again = aGrant(realm).to(ASSISTANT).in("0359001U_invites").give();

        assertThat(rows.grant(over).cause()).isEqualTo("EXPIRED");
        assertThat(rows.grant(again).status()).isEqualTo("ACTIVE");
        assertThat(rows.isMember(realm.groupId("0359001U_invites"), realm.userId(ASSISTANT)))
                .isTrue();
    }

    @Test
    void a_grant_renewed_in_the_last_moment_survives_the_expiry_that_has_begun(TestRealm realm) {
        LedgerRows rows = LedgerRows.of(realm);
        String grant = aGrant(realm).to(ASSISTANT).in("0359001U_DOC").give();
        rows.endAt(grant, Instant.now().minusSeconds(1).toEpochMilli());

        CompletableFuture<Void> housekeeping;
        try (OtherTransaction renewal = OtherTransaction.on(realm.server()).holdingGrant(grant)) {
            renewal.execute(
                    "update RELAIS_GRANT set ENDS_AT = ?, VERSION = VERSION + 1 where ID = ?",
                    Days.endOf(Days.soon()),
                    grant);
            housekeeping = CompletableFuture.runAsync(() -> Housekeeping.run(realm.server()));
            renewal.awaitSomebodyWaiting();
            renewal.commit();
        }
        housekeeping.join();

        assertThat(rows.grant(grant).status()).isEqualTo("ACTIVE");
        assertThat(rows.isMember(realm.groupId("0359001U_DOC"), realm.userId(ASSISTANT)))
                .isTrue();
        assertThat(realm.signIn(ASSISTANT, PRONOTE).groups()).contains("0359001U_DOC");
    }

    @Test
    void a_delegation_that_is_over_is_forgotten(TestRealm realm) {
        String teacher = realm.userId(TEACHER);
        realm.relais(HEAD)
                .post(
                        "/groups/" + realm.groupId(GROUP) + "/managers",
                        Map.of(
                                "type",
                                "USER",
                                "principalId",
                                teacher,
                                "endsOn",
                                Days.today().toString()))
                .expect(200);
        List<String> before = delegationsTo(realm, teacher);

        realm.server().clock().ahead(Days.untilJustAfter(Days.today()));
        Housekeeping.run(realm.server());

        assertThat(before).hasSize(1);
        assertThat(delegationsTo(realm, teacher)).isEmpty();
    }

    private static List<String> delegationsTo(TestRealm realm, String principal) {
        return Sql.of(realm.server()).texts("select ID from RELAIS_MANAGER where PRINCIPAL_ID = ?", principal);
    }
}
