package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD_ELSEWHERE;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;
import static org.relais.keycloak.it.support.people.GrantToGive.aGrant;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.Roles;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** A group that comes to carry an administration role is out of reach of early access from then on. */
@ExtendWith(RelaisServer.class)
class PrivilegedGroupIT {

    @Test
    void the_grants_of_a_group_that_gets_an_administration_role_end(TestRealm realm) {
        String group = realm.groupId(GROUP);
        String grant = aGrant(realm).to(ASSISTANT).give();
        String waiting = aGrant(realm).awaiting("personne.inconnue").give();

        Roles.of(realm).makeAdministrators(group);

        assertClosed(realm, GROUP, grant);
        assertThat(LedgerRows.of(realm).grant(waiting).cause()).isEqualTo("PRIVILEGED_GROUP");
        assertThat(realm.signIn(ASSISTANT, PRONOTE).groups()).isEmpty();
    }

    @Test
    void a_school_with_an_administration_role_closes_all_its_groups(TestRealm realm) {
        String one = aGrant(realm).to(ASSISTANT).in(OTHER_GROUP).give();
        String other = aGrant(realm).to(ASSISTANT).in("0359002V_AED").give();

        Roles.of(realm).makeAdministrators(realm.groupId("/etablissements/0359002V"));

        assertClosed(realm, OTHER_GROUP, one);
        assertClosed(realm, "0359002V_AED", other);
    }

    @Test
    void a_group_above_the_schools_closes_them_all(ServerUnderTest server) {
        try (TestRealm realm = server.freshRealm()) {
            String grant = aGrant(realm).to(ASSISTANT).give();
            String above = realm.admin()
                    .post("/groups", Map.of("name", "academie"))
                    .expect(201)
                    .createdId();
            AcademySettings.of(realm).set("schoolsRoot", "/academie/etablissements");
            realm.admin()
                    .post(
                            "/groups/" + above + "/children",
                            Map.of("id", realm.groupId("/etablissements"), "name", "etablissements"))
                    .expect(204);
            assertThat(realm.signIn(ASSISTANT, PRONOTE).groups()).containsExactly(GROUP);

            Roles.of(realm).makeAdministrators(above);

            assertThat(LedgerRows.of(realm).grant(grant).cause()).isEqualTo("PRIVILEGED_GROUP");
            assertThat(realm.signIn(ASSISTANT, PRONOTE).groups()).isEmpty();
        }
    }

    @Test
    void a_role_that_becomes_administrative_later_closes_the_groups_that_have_it(TestRealm realm) {
        String group = realm.groupId("0299001B_ASH");
        Roles.of(realm).giveRealmRole(group, "équipe");
        String grant = aGrant(realm)
                .by(HEAD_ELSEWHERE)
                .to(ASSISTANT)
                .in("0299001B_ASH")
                .give();
        String elsewhere = aGrant(realm)
                .by(HEAD_ELSEWHERE)
                .to(ASSISTANT)
                .in("0299001B_DOC")
                .give();

        Roles.of(realm).makeAdministrative("équipe");
        Housekeeping.run(realm.server());

        assertClosed(realm, "0299001B_ASH", grant);
        assertThat(LedgerRows.of(realm).grant(elsewhere).status()).isEqualTo("ACTIVE");
    }

    @Test
    void what_no_event_told_is_found_by_housekeeping(ServerUnderTest server) {
        try (TestRealm realm = server.freshRealm()) {
            Roles.of(realm).giveRealmRole(realm.groupId("/etablissements"), "tous");
            String grant = aGrant(realm).to(ASSISTANT).give();
            Sql.of(server)
                    .change(
                            "insert into COMPOSITE_ROLE (COMPOSITE, CHILD_ROLE) select r.ID, m.ID"
                                    + " from KEYCLOAK_ROLE r, KEYCLOAK_ROLE m where r.REALM_ID = ? and r.NAME = 'tous'"
                                    + " and m.REALM_ID = ? and m.NAME = 'manage-users'",
                            LedgerRows.of(realm).realmId(),
                            LedgerRows.of(realm).realmId());
            realm.server()
                    .admin()
                    .post("/admin/realms/" + realm.name() + "/clear-realm-cache", null)
                    .expect(204);

            Housekeeping.run(server);

            assertClosed(realm, GROUP, grant);
        }
    }

    private static void assertClosed(TestRealm realm, String group, String grant) {
        String head = group.startsWith("0299001B") ? HEAD_ELSEWHERE : HEAD;
        assertThat(LedgerRows.of(realm).grant(grant).cause()).isEqualTo("PRIVILEGED_GROUP");
        assertThat(LedgerRows.of(realm).isMember(realm.groupId(group), realm.userId(ASSISTANT)))
                .isFalse();
        assertThat(aGrant(realm)
                        .by(head)
                        .to(ASSISTANT)
                        .in(group)
                        .tryToGive()
                        .expect(422)
                        .json()
                        .findValuesAsText("code"))
                .containsExactly("privileged-group");
    }
}
