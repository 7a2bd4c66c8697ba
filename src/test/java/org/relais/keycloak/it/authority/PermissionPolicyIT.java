package org.relais.keycloak.it.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.MOODLE_GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.Roles;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** A permission whose policy names a group or a person makes administrators: they are treated as those by a role. */
@ExtendWith(RelaisServer.class)
class PermissionPolicyIT {

    private static TestRealm realm;
    private static FineGrained permissions;

    private final List<String> permitted = new ArrayList<>();

    @BeforeAll
    static void permissions_are_switched_on(TestRealm fresh) {
        realm = fresh;
        permissions = FineGrained.switchedOnIn(realm);
        TestProfiles.of(realm).allowUntil(Days.in(200), "AES", "eleves-invites");
    }

    @AfterEach
    void nobody_is_permitted_anything_any_more() {
        permitted.forEach(permissions::withdraw);
    }

    /** The id of a grant in a group, for somebody new. */
    private static String grantIn(String group) {
        return Manager.head(realm)
                .give(group, aPerson().in(realm), Days.in(5))
                .get("id")
                .asText();
    }

    @Test
    void a_group_that_a_policy_names_takes_no_grant_and_loses_those_it_has() {
        String grant = grantIn(GROUP);
        String elsewhere = grantIn(MOODLE_GROUP);

        permit(permissions.groupPolicy(realm.groupId(GROUP), false));

        assertThat(codesOfGiving(GROUP)).containsExactly("privileged-group");
        assertThat(codesOfGiving(MOODLE_GROUP)).isEmpty();
        assertThat(warnings()).contains(GROUP);
        assertThat(TestProfiles.of(realm)
                        .update(TestProfiles.of(realm).named("AES"))
                        .status())
                .isEqualTo(400);
        Housekeeping.run(realm.server());
        assertThat(LedgerRows.of(realm).grant(grant).cause()).isEqualTo("PRIVILEGED_GROUP");
        assertThat(LedgerRows.of(realm).grant(elsewhere).status()).isEqualTo("ACTIVE");
    }

    @Test
    void a_policy_that_is_extended_to_the_groups_below_reaches_those_of_the_school() {
        String grant = grantIn(GROUP);
        String school = realm.groupId("/etablissements/0359001U");
        permit(permissions.groupPolicy(school, false));
        Housekeeping.run(realm.server());
        assertThat(codesOfGiving(GROUP)).isEmpty();
        assertThat(LedgerRows.of(realm).grant(grant).status()).isEqualTo("ACTIVE");

        permit(permissions.groupPolicy(school, true));

        assertThat(codesOfGiving(GROUP)).containsExactly("privileged-group");
        Housekeeping.run(realm.server());
        assertThat(LedgerRows.of(realm).grant(grant).cause()).isEqualTo("PRIVILEGED_GROUP");
    }

    @Test
    void a_role_that_a_policy_names_counts_like_one_of_administration() {
        Roles.of(realm).giveRealmRole(realm.groupId(GROUP), "relecteurs");
        assertThat(codesOfGiving(GROUP)).isEmpty();

        permit(permissions.rolePolicy(realm.admin()
                .get("/roles/relecteurs")
                .expect(200)
                .json()
                .get("id")
                .asText()));

        assertThat(codesOfGiving(GROUP)).containsExactly("privileged-group");
    }

    @Test
    void policies_within_a_policy_are_looked_through_and_a_denial_counts_for_nothing() {
        String group = permissions.groupPolicy(realm.groupId(GROUP), false);
        String permitted = permit(permissions.aggregate("NEGATIVE", group));
        assertThat(codesOfGiving(GROUP)).isEmpty();
        withdraw(permitted);

        permit(permissions.aggregate("POSITIVE", permissions.aggregate("POSITIVE", group)));

        assertThat(codesOfGiving(GROUP)).containsExactly("privileged-group");
    }

    @Test
    void a_policy_that_no_permission_uses_changes_nothing() {
        permissions.groupPolicy(realm.groupId(GROUP), false);

        assertThat(codesOfGiving(GROUP)).isEmpty();
    }

    @Test
    void a_person_whom_a_policy_names_is_an_administrator() {
        TestPerson named = aPerson().in(realm);
        permit(permissions.userPolicy(named));
        assertThat(codesOfGiving(GROUP, named)).isNotEmpty();

        TestPerson member = aPerson().in(realm);
        String auditors = realm.admin()
                .post("/groups", Map.of("name", "auditeurs"))
                .expect(201)
                .createdId();
        String below = realm.admin()
                .post("/groups/" + auditors + "/children", Map.of("name", "adjoints"))
                .expect(201)
                .createdId();
        realm.admin().put("/users/" + member.id() + "/groups/" + below, null).expect(204);
        assertThat(codesOfGiving(GROUP, member)).isEmpty();
        permit(permissions.groupPolicy(auditors, true));
        assertThat(codesOfGiving(MOODLE_GROUP, member)).isNotEmpty();
    }

    @Test
    void the_record_fills_no_group_that_a_policy_names() {
        permit(permissions.groupPolicy(realm.groupId(GROUP), false));
        TestPerson recorded = aPerson()
                .with("ENTPersonFonctions", "0359001U$AES")
                .with("ENTPersonStructRattach", "0359001U")
                .in(realm);

        Housekeeping.run(realm.server());

        assertThat(LedgerRows.of(realm).isMember(realm.groupId(GROUP), recorded.id()))
                .isFalse();
    }

    private String permit(String policy) {
        String permission = permissions.permitTo(policy);
        permitted.add(permission);
        return permission;
    }

    private void withdraw(String permission) {
        permissions.withdraw(permission);
        permitted.remove(permission);
    }

    private static List<String> codesOfGiving(String group) {
        return codesOfGiving(group, aPerson().in(realm));
    }

    private static List<String> codesOfGiving(String group, TestPerson person) {
        return Manager.head(realm)
                .change(group, aChange().adding(person).until(Days.in(5)))
                .json()
                .findValuesAsText("code");
    }

    private static String warnings() {
        return realm.admin()
                .get("/relais/status")
                .expect(200)
                .json()
                .get("warnings")
                .toString();
    }
}
