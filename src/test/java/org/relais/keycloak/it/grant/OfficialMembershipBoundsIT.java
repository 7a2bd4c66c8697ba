package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.OfficialRecordFixture;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.Roles;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** What the rule never does, and what reaches everybody without an event. */
@ExtendWith(RelaisServer.class)
class OfficialMembershipBoundsIT {

    @Test
    void a_code_added_to_a_profile_reaches_everybody_and_its_removal_too(TestRealm realm) {
        OfficialRecordFixture records = OfficialRecordFixture.of(realm);
        TestPerson person =
                aPerson().with(OfficialRecordFixture.FUNCTIONS, "0359001U$AVS").in(realm);
        assertThat(records.isMember(person, "0359001U_AED")).isFalse();

        TestProfiles.of(realm).set("AED", "functionCodes", "AED", "AVS");
        Housekeeping.run(realm.server());
        assertThat(records.isMember(person, "0359001U_AED")).isTrue();

        TestProfiles.of(realm).set("AED", "functionCodes", "AED");
        Housekeeping.run(realm.server());
        assertThat(records.isMember(person, "0359001U_AED")).isFalse();
    }

    @Test
    void a_school_and_a_group_that_come_later_reach_those_who_were_there_before(TestRealm realm) {
        OfficialRecordFixture records = OfficialRecordFixture.of(realm);
        TestPerson person =
                aPerson().with(OfficialRecordFixture.FUNCTIONS, "0569001E$AES").in(realm);
        Housekeeping.run(realm.server());
        JsonNode root =
                realm.admin().get("/group-by-path/etablissements").expect(200).json();

        realm.admin()
                .post(
                        "/groups/" + root.get("id").asText() + "/children",
                        Map.of("name", "0569001E", "attributes", Map.of("uai", List.of("0569001E"))))
                .expect(201);
        realm.admin().post("/relais/schools/0569001E/groups", null).expect(200);
        Housekeeping.run(realm.server());

        assertThat(records.isMember(person, "0569001E_AES")).isTrue();
    }

    @Test
    void the_time_of_an_accounts_last_change_has_its_record_read_within_a_minute(TestRealm realm) {
        OfficialRecordFixture records = OfficialRecordFixture.of(realm);
        TestPerson person = aPerson().in(realm);
        Housekeeping.run(realm.server());
        records.setUnheard(person, "0359002V$AES");
        Sql.of(realm.server())
                .change(
                        "update USER_ENTITY set LAST_MODIFIED_TIMESTAMP = ? where ID = ?",
                        Instant.now().toEpochMilli(),
                        person.id());

        Housekeeping.run(realm.server());

        assertThat(records.isMember(person, OTHER_GROUP)).isTrue();
    }

    @Test
    void an_hour_later_a_change_is_found_of_which_nothing_told(TestRealm realm) {
        OfficialRecordFixture records = OfficialRecordFixture.of(realm);
        TestPerson coming = aPerson().in(realm);
        TestPerson going =
                aPerson().with(OfficialRecordFixture.FUNCTIONS, "0359001U$DOC").in(realm);
        Housekeeping.run(realm.server());
        records.setUnheard(coming, "0359001U$DOC");
        records.setUnheard(going);

        realm.server().clock().ahead(Duration.ofMinutes(61));
        Housekeeping.run(realm.server());

        assertThat(records.isMember(coming, "0359001U_DOC")).isTrue();
        assertThat(records.isMember(going, "0359001U_DOC")).isFalse();
        JsonNode record = realm.admin().get("/relais/status").expect(200).json().get("record");
        assertThat(record.get("followed").asBoolean()).isTrue();
        assertThat(record.get("examined").asLong()).isPositive();
        assertThat(record.hasNonNull("endedAt")).isTrue();
    }

    @Test
    void groups_of_people_added_by_hand_only_have_no_official_members(TestRealm realm) {
        TestProfiles.of(realm).set("invites", "functionCodes", "INV");

        TestPerson person =
                aPerson().with(OfficialRecordFixture.FUNCTIONS, "0359001U$INV").in(realm);

        assertThat(OfficialRecordFixture.of(realm).isMember(person, "0359001U_invites"))
                .isFalse();
    }

    @Test
    void nobody_enters_a_group_that_carries_an_administration_role(TestRealm realm) {
        Roles.of(realm).makeAdministrators(realm.groupId("0299001B_DOC"));

        TestPerson person = aPerson()
                .with(OfficialRecordFixture.FUNCTIONS, "0299001B$DOC")
                .whoSignsIn()
                .in(realm);

        assertThat(OfficialRecordFixture.of(realm).isMember(person, "0299001B_DOC"))
                .isFalse();
        assertThat(realm.signIn(person.username(), "pronote-0299001B").groups()).isEmpty();
    }

    @Test
    void a_record_that_people_can_edit_makes_nobody_a_member(TestRealm realm) {
        JsonNode safe = realm.admin().get("/users/profile").expect(200).json();
        ObjectNode unsafe = safe.deepCopy();
        unsafe.get("attributes").forEach(attribute -> {
            if (attribute.get("name").asText().equals(OfficialRecordFixture.FUNCTIONS)) {
                ((ObjectNode) attribute)
                        .withObject("/permissions")
                        .putArray("edit")
                        .add("admin")
                        .add("user");
            }
        });
        realm.admin().put("/users/profile", unsafe).expect(200);

        TestPerson person = aPerson()
                .with(OfficialRecordFixture.FUNCTIONS, "0359001U$AES")
                .whoSignsIn()
                .in(realm);
        assertThat(OfficialRecordFixture.of(realm).isMember(person, GROUP)).isFalse();
        assertThat(realm.signIn(person.username(), PRONOTE).groups()).isEmpty();

        realm.admin().put("/users/profile", safe).expect(200);
        assertThat(realm.signIn(person.username(), PRONOTE).groups()).containsExactly(GROUP);
    }

    @Test
    void a_rule_that_is_switched_off_neither_adds_nor_removes(TestRealm realm) {
        OfficialRecordFixture records = OfficialRecordFixture.of(realm);
        TestPerson member =
                aPerson().with(OfficialRecordFixture.FUNCTIONS, "0359001U$ASH").in(realm);
        AcademySettings.of(realm).set("officialRule", "false");
        try {
            records.set(member);
            TestPerson other = aPerson()
                    .with(OfficialRecordFixture.FUNCTIONS, "0359001U$ASH")
                    .whoSignsIn()
                    .in(realm);

            assertThat(records.isMember(member, "0359001U_ASH")).isTrue();
            assertThat(records.isMember(other, "0359001U_ASH")).isFalse();
            assertThat(realm.signIn(other.username(), PRONOTE).groups()).isEmpty();
        } finally {
            AcademySettings.of(realm).set("officialRule", "true");
        }
        Housekeeping.run(realm.server());
        assertThat(records.isMember(member, "0359001U_ASH")).isFalse();
    }
}
