package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.AccountToCreate.anAccount;
import static org.relais.keycloak.it.support.people.DemoNames.ADMINISTRATOR;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT_ELSEWHERE;
import static org.relais.keycloak.it.support.people.DemoNames.DEMO_APP;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.MOODLE_GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;
import static org.relais.keycloak.it.support.people.DemoNames.TEACHER;
import static org.relais.keycloak.it.support.people.GrantToGive.aGrant;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** A grant for somebody who has no account yet becomes theirs when the account is there. */
@ExtendWith(RelaisServer.class)
class PendingGrantIT {

    @Test
    void creating_the_account_makes_the_grant_active(TestRealm realm) {
        LedgerRows rows = LedgerRows.of(realm);
        String grant = aGrant(realm)
                .awaiting("Lena.Hascoet")
                .together("eleves-invites")
                .give();
        assertThat(rows.grant(grant).status()).isEqualTo("PENDING");

        String person = anAccount("lena.hascoet").in(realm);

        assertThat(rows.grant(grant).status()).isEqualTo("ACTIVE");
        assertThat(rows.grant(grant).userId()).isEqualTo(person);
        assertThat(rows.actors("ACTIVATED", realm.groupId(GROUP), person)).containsExactly("system");
        assertThat(rows.actors("JOINED", realm.groupId(GROUP), person)).isEmpty();
        assertThat(realm.signIn("lena.hascoet", PRONOTE).groups()).containsExactly(GROUP);
        assertThat(realm.signIn("lena.hascoet", "moodle").groups()).containsExactly(MOODLE_GROUP);
    }

    @Test
    void the_first_token_of_a_sign_in_has_the_group(TestRealm realm) {
        String grant = waiting(realm, OTHER_ASSISTANT);

        Tokens first = realm.codeFlow(PRONOTE, DEMO_APP).signIn(OTHER_ASSISTANT);

        assertThat(first.groups()).containsExactly(GROUP);
        assertThat(first.idClaims().path("groups").get(0).asText()).isEqualTo(GROUP);
        assertThat(LedgerRows.of(realm).grant(grant).status()).isEqualTo("ACTIVE");
    }

    @Test
    void a_mail_address_counts_once_it_is_verified(TestRealm realm) {
        LedgerRows rows = LedgerRows.of(realm);
        String grant = aGrant(realm).awaiting("g.tanguy@academie.example").give();

        String person =
                anAccount("gael.tanguy").mail("g.tanguy@academie.example").in(realm);
        assertThat(realm.signIn("gael.tanguy", PRONOTE).groups()).isEmpty();
        assertThat(rows.grant(grant).status()).isEqualTo("PENDING");

        Map<String, Object> verified = Map.of(
                "username", "gael.tanguy",
                "firstName", "Gaël",
                "lastName", "Tanguy",
                "email", "g.tanguy@academie.example",
                "emailVerified", true);
        realm.admin().put("/users/" + person, verified).expect(204);
        assertThat(rows.grant(grant).status()).isEqualTo("ACTIVE");
        assertThat(rows.grant(grant).userId()).isEqualTo(person);
    }

    @Test
    void an_administrator_gets_nothing_by_signing_in(TestRealm realm) {
        String grant = waiting(realm, ADMINISTRATOR);

        assertThat(realm.codeFlow(PRONOTE, DEMO_APP).signIn(ADMINISTRATOR).groups())
                .isEmpty();

        assertThat(LedgerRows.of(realm).grant(grant).status()).isEqualTo("PENDING");
        assertThat(LedgerRows.of(realm).isMember(realm.groupId(GROUP), realm.userId(ADMINISTRATOR)))
                .isFalse();
    }

    @Test
    void a_member_by_the_official_record_needs_no_grant(TestRealm realm) {
        String group = realm.groupId("0299001B_AES");
        String grant = LedgerRows.of(realm).pending(group, ASSISTANT_ELSEWHERE, Days.endOf(Days.soon()));

        realm.accountConsole().signIn(ASSISTANT_ELSEWHERE);

        assertThat(LedgerRows.of(realm).grant(grant).cause()).isEqualTo("REGULARISED");
        assertThat(LedgerRows.of(realm).grant(grant).userId()).isEqualTo(realm.userId(ASSISTANT_ELSEWHERE));
        assertThat(LedgerRows.of(realm).isMember(group, realm.userId(ASSISTANT_ELSEWHERE)))
                .isTrue();
    }

    @Test
    void a_grant_whose_days_are_over_waits_for_nobody(TestRealm realm) {
        LedgerRows rows = LedgerRows.of(realm);
        String group = realm.groupId("0359001U_ASH");
        String grant = rows.pending(group, TEACHER, Days.endOf(Days.today().minusDays(1)));

        realm.accountConsole().signIn(TEACHER);

        assertThat(rows.isMember(group, realm.userId(TEACHER))).isFalse();
        Housekeeping.run(realm.server());
        assertThat(rows.grant(grant).cause()).isEqualTo("EXPIRED");
    }

    /** As if the account had come by a federation, of which no event tells. */
    private static String waiting(TestRealm realm, String identifier) {
        return LedgerRows.of(realm).pending(realm.groupId(GROUP), identifier, Days.endOf(Days.soon()));
    }
}
