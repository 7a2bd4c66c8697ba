package org.relais.keycloak.it.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT_ELSEWHERE;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;
import static org.relais.keycloak.it.support.people.DemoNames.TEACHER;
import static org.relais.keycloak.it.support.people.GrantToGive.aGrant;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.Clients;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.TestRealm;

/** What an application learns: the groups that open it to the person now, and no others. */
@ExtendWith(RelaisServer.class)
class ClaimIT {

    @Test
    void an_official_member_has_the_applications_of_the_own_school(TestRealm realm) {
        assertThat(realm.signIn(ASSISTANT_ELSEWHERE, "pronote-0299001B").groups())
                .containsExactly("0299001B_AES");
        assertThat(realm.signIn(ASSISTANT_ELSEWHERE, "pmb").groups()).containsExactly("0299001B_AES");
        assertThat(realm.signIn(ASSISTANT_ELSEWHERE, PRONOTE).groups()).isEmpty();
        assertThat(realm.signIn(ASSISTANT_ELSEWHERE, "moodle").groups()).isEmpty();
    }

    @Test
    void an_application_of_all_schools_learns_of_each_school_that_opens_it(TestRealm realm) {
        aGrant(realm).to(ASSISTANT).in("0359001U_ASH").give();
        aGrant(realm).to(ASSISTANT).in("0359002V_ASH").give();
        aGrant(realm).to(ASSISTANT).in("0359001U_invites").give();

        assertThat(realm.signIn(ASSISTANT, "pmb").groups()).containsExactly("0359001U_ASH", "0359002V_ASH");
    }

    @Test
    void a_grant_that_ends_today_holds_and_one_that_ended_yesterday_does_not(TestRealm realm) {
        LedgerRows rows = LedgerRows.of(realm);
        String today =
                aGrant(realm).to(OTHER_ASSISTANT).in(GROUP).until(Days.today()).give();
        assertThat(realm.signIn(OTHER_ASSISTANT, PRONOTE).groups()).containsExactly(GROUP);

        rows.endAt(today, Days.endOf(Days.today().minusDays(1)));
        assertThat(realm.signIn(OTHER_ASSISTANT, PRONOTE).groups()).isEmpty();
    }

    @Test
    void the_last_moment_is_not_the_one_after(TestRealm realm) {
        LedgerRows rows = LedgerRows.of(realm);
        String grant = aGrant(realm).to(ASSISTANT).in("0359002V_AED").give();

        rows.endAt(grant, Instant.now().minusMillis(1).toEpochMilli());

        assertThat(realm.signIn(ASSISTANT, "pronote-0359002V").groups()).doesNotContain("0359002V_AED");
    }

    @Test
    void a_refreshed_token_forgets_an_access_that_is_over(TestRealm realm) {
        String grant = aGrant(realm).to(TEACHER).in("0359002V_DOC").give();
        Tokens first = realm.signIn(TEACHER, "pronote-0359002V");
        assertThat(first.groups()).containsExactly("0359002V_DOC");

        LedgerRows.of(realm).endAt(grant, Instant.now().minusMillis(1).toEpochMilli());

        assertThat(realm.refresh(first, "pronote-0359002V").groups()).isEmpty();
    }

    @Test
    void a_client_marked_for_official_members_learns_nothing_of_a_grant(ServerUnderTest server) {
        try (TestRealm realm = server.freshRealm()) {
            aGrant(realm).to(ASSISTANT).give();
            assertThat(realm.signIn(ASSISTANT, PRONOTE).groups()).containsExactly(GROUP);

            Clients.of(realm).setAttribute(PRONOTE, "relais.officialOnly", "true");

            assertThat(realm.signIn(ASSISTANT, PRONOTE).groups()).isEmpty();
            assertThat(realm.signIn(ASSISTANT, "pmb").groups()).containsExactly(GROUP);
            assertThat(realm.signIn(TEACHER, PRONOTE).groups()).containsExactly("0359001U_ENS");
        }
    }

    @Test
    void a_client_the_academy_lists_learns_nothing_of_a_grant(ServerUnderTest server) {
        try (TestRealm realm = server.freshRealm()) {
            aGrant(realm).to(ASSISTANT).give();

            AcademySettings.of(realm).set("officialOnlyClients", "gar", "arena", PRONOTE);

            assertThat(realm.signIn(ASSISTANT, PRONOTE).groups()).isEmpty();
            assertThat(realm.signIn(TEACHER, PRONOTE).groups()).containsExactly("0359001U_ENS");
        }
    }

    @Test
    void the_applications_of_the_state_learn_nothing_at_all(TestRealm realm) {
        for (String person : List.of(ASSISTANT, ASSISTANT_ELSEWHERE, HEAD)) {
            assertThat(realm.signIn(person, "gar").groups()).isEmpty();
            assertThat(realm.signIn(person, "arena").groups()).isEmpty();
        }
    }
}
