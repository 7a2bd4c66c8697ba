package org.relais.keycloak.it.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.AccountToCreate.anAccount;
import static org.relais.keycloak.it.support.people.DemoNames.ADMINISTRATOR;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT_ELSEWHERE;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.TEACHER;
import static org.relais.keycloak.it.support.people.GrantToGive.aGrant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.BrokenLedger;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestClients;
import org.relais.keycloak.it.support.server.TestRealm;

/** Memberships that change by the stock Admin API, and a listener that never stands in anybody's way. */
@ExtendWith(RelaisServer.class)
class ListenerIT {

    @Test
    void whoever_an_administrator_puts_into_a_group_is_in_the_journal(TestRealm realm) {
        String group = realm.groupId("0359001U_ASH");
        String person = realm.userId(TEACHER);

        asAdministrator(realm).put(membership(person, group), null).expect(204);

        assertThat(LedgerRows.of(realm).actors("JOINED", group, person)).containsExactly(realm.userId(ADMINISTRATOR));
    }

    @Test
    void the_lightweight_token_of_the_admin_console_does_not_hide_who_it_was(TestRealm realm) {
        String group = realm.groupId("0359001U_DOC");
        String person = TestPerson.aPerson().in(realm).id();
        String token = realm.token(ADMINISTRATOR, "admin-cli");
        assertThat(Tokens.decode(token).has("sub")).isFalse();

        new Api(realm.server().url(), () -> token)
                .put("/admin/realms/" + realm.name() + membership(person, group), null)
                .expect(204);

        assertThat(LedgerRows.of(realm).actors("JOINED", group, person)).containsExactly(realm.userId(ADMINISTRATOR));
    }

    @Test
    void an_official_member_who_is_taken_out_is_in_the_journal(TestRealm realm) {
        String group = realm.groupId("0299001B_AES");
        String person = realm.userId(ASSISTANT_ELSEWHERE);

        asAdministrator(realm).delete(membership(person, group)).expect(204);

        assertThat(LedgerRows.of(realm).actors("LEFT", group, person)).containsExactly(realm.userId(ADMINISTRATOR));
    }

    @Test
    void a_group_that_is_not_of_a_school_leaves_no_trace(TestRealm realm) {
        String group =
                realm.admin().post("/groups", "{\"name\":\"club\"}").expect(201).createdId();
        String person = realm.userId(TEACHER);

        asAdministrator(realm).put(membership(person, group), null).expect(204);

        assertThat(LedgerRows.of(realm).actors("JOINED", group, person)).isEmpty();
    }

    @Test
    void taking_somebody_out_of_a_group_ends_the_grant(TestRealm realm) {
        LedgerRows rows = LedgerRows.of(realm);
        String group = realm.groupId(GROUP);
        String person = realm.userId(ASSISTANT);
        String grant = aGrant(realm).to(ASSISTANT).give();

        asAdministrator(realm).delete(membership(person, group)).expect(204);

        assertThat(rows.grant(grant).status()).isEqualTo("ENDED");
        assertThat(rows.grant(grant).cause()).isEqualTo("LEFT_GROUP");
        assertThat(rows.grant(grant).endedBy()).isEqualTo(realm.userId(ADMINISTRATOR));
        assertThat(rows.actors("ENDED", group, person)).containsExactly(realm.userId(ADMINISTRATOR));
        assertThat(rows.actors("LEFT", group, person)).isEmpty();
        assertThat(aGrant(realm).to(ASSISTANT).give()).isNotEqualTo(grant);
    }

    @Test
    void what_the_ledger_does_itself_is_told_once(TestRealm realm) {
        LedgerRows rows = LedgerRows.of(realm);
        String group = realm.groupId("0359001U_AED");
        String person = realm.userId(OTHER_ASSISTANT);
        String grant = aGrant(realm).to(OTHER_ASSISTANT).in("0359001U_AED").give();

        realm.relais(HEAD).delete("/grants/" + grant);

        assertThat(rows.grant(grant).cause()).isEqualTo("REMOVED");
        assertThat(rows.isMember(group, person)).isFalse();
        assertThat(rows.actors("GIVEN", group, person)).containsExactly(realm.userId(HEAD));
        assertThat(rows.actors("ENDED", group, person)).containsExactly(realm.userId(HEAD));
        assertThat(rows.actors("JOINED", group, person)).isEmpty();
        assertThat(rows.actors("LEFT", group, person)).isEmpty();
    }

    @Test
    void nothing_that_goes_wrong_in_the_listener_breaks_a_sign_in(TestRealm realm) {
        LedgerRows rows = LedgerRows.of(realm);
        String waiting = rows.pending(realm.groupId("0359001U_DOC"), TEACHER, Days.endOf(Days.soon()));
        String created;

        try (BrokenLedger broken = BrokenLedger.of(realm.server())) {
            assertThat(broken.isBroken()).isTrue();
            assertThat(realm.accountConsole().signIn(TEACHER).access()).isNotBlank();
            created = anAccount("tangi.morvan").in(realm);
        }

        assertThat(rows.grant(waiting).status()).isEqualTo("PENDING");
        realm.admin().get("/users/" + created).expect(200);
        realm.accountConsole().signIn(TEACHER);
        assertThat(rows.grant(waiting).status()).isEqualTo("ACTIVE");
    }

    @Test
    void a_membership_of_a_school_never_changes_without_the_ledger(TestRealm realm) {
        String group = realm.groupId(OTHER_GROUP);
        String person = realm.userId(ASSISTANT);
        String grant = aGrant(realm).to(ASSISTANT).in(OTHER_GROUP).give();

        try (BrokenLedger broken = BrokenLedger.of(realm.server())) {
            assertThat(broken.isBroken()).isTrue();
            asAdministrator(realm).delete(membership(person, group)).expect(500);
        }

        assertThat(LedgerRows.of(realm).isMember(group, person)).isTrue();
        assertThat(LedgerRows.of(realm).grant(grant).status()).isEqualTo("ACTIVE");
    }

    private static Api asAdministrator(TestRealm realm) {
        String token = realm.token(ADMINISTRATOR, TestClients.TESTS);
        return new Api(realm.server().url(), () -> token).below("/admin/realms/" + realm.name());
    }

    private static String membership(String person, String group) {
        return "/users/%s/groups/%s".formatted(person, group);
    }
}
