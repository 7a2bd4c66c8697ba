package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.DEMO_APP;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.OfficialRecordFixture;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** Official memberships follow the record: by every event that tells of a person. */
@ExtendWith(RelaisServer.class)
class OfficialMembershipsIT {

    private static final String OTHER_ASH = "0359002V_ASH";

    @Test
    void an_account_created_with_a_function_is_a_member_at_once(TestRealm realm) {
        TestPerson person = aPerson()
                .with(OfficialRecordFixture.FUNCTIONS, "0359001u$aes", "0359002V$ASH", "no function", "9999999Z$AES")
                .whoSignsIn()
                .in(realm);

        assertThat(OfficialRecordFixture.of(realm).isMember(person, GROUP)).isTrue();
        assertThat(OfficialRecordFixture.of(realm).isMember(person, OTHER_ASH)).isTrue();
        assertThat(OfficialRecordFixture.of(realm).isMember(person, OTHER_GROUP))
                .isFalse();
        assertThat(LedgerRows.of(realm).actors("JOINED", realm.groupId(GROUP), person.id()))
                .containsExactly("system");
        assertThat(realm.signIn(person.username(), PRONOTE).groups()).containsExactly(GROUP);
    }

    @Test
    void an_update_by_the_admin_api_brings_and_takes_memberships(TestRealm realm) {
        OfficialRecordFixture records = OfficialRecordFixture.of(realm);
        TestPerson person = aPerson().whoSignsIn().in(realm);

        records.set(person, "0359001U$AES");
        assertThat(records.isMember(person, GROUP)).isTrue();
        records.set(person, "0359002V$ASH");

        assertThat(records.isMember(person, GROUP)).isFalse();
        assertThat(records.isMember(person, OTHER_ASH)).isTrue();
        assertThat(LedgerRows.of(realm).actors("LEFT", realm.groupId(GROUP), person.id()))
                .containsExactly("system");
        assertThat(realm.signIn(person.username(), PRONOTE).groups()).isEmpty();
    }

    @Test
    void the_first_token_of_a_sign_in_by_code_follows_the_record(TestRealm realm) {
        OfficialRecordFixture records = OfficialRecordFixture.of(realm);
        TestPerson person = aPerson().whoSignsIn().in(realm);
        records.setUnheard(person, "0359001U$AES");

        Tokens first = realm.codeFlow(PRONOTE, DEMO_APP).signIn(person.username());
        assertThat(first.groups()).containsExactly(GROUP);
        assertThat(records.isMadeByRule(person, GROUP)).isTrue();
        assertThat(records.isMember(person, GROUP)).isTrue();

        records.setUnheard(person);
        assertThat(realm.codeFlow(PRONOTE, DEMO_APP).signIn(person.username()).groups())
                .isEmpty();
        assertThat(records.isMember(person, GROUP)).isFalse();
    }

    @Test
    void the_first_token_of_a_direct_grant_follows_the_record(TestRealm realm) {
        OfficialRecordFixture records = OfficialRecordFixture.of(realm);
        TestPerson person = aPerson().whoSignsIn().in(realm);
        records.setUnheard(person, "0359001U$AES");

        Tokens first = realm.signIn(person.username(), PRONOTE);
        assertThat(first.groups()).containsExactly(GROUP);
        assertThat(records.isMember(person, GROUP)).isTrue();

        records.setUnheard(person);
        assertThat(realm.refresh(first, PRONOTE).groups()).isEmpty();
        assertThat(realm.signIn(person.username(), PRONOTE).groups()).isEmpty();
        assertThat(records.isMember(person, GROUP)).isFalse();
    }

    @Test
    void a_change_people_make_to_their_own_profile_has_the_record_read(TestRealm realm) {
        OfficialRecordFixture records = OfficialRecordFixture.of(realm);
        TestPerson person = aPerson().whoSignsIn().in(realm);
        String token = realm.accountConsole().signIn(person.username()).access();
        records.setUnheard(person, "0359001U$AES");

        new Api(realm.server().url(), () -> token)
                .with("Accept", "application/json")
                .below("/realms/" + realm.name() + "/account")
                .post(
                        "/",
                        Map.of(
                                "username",
                                person.username(),
                                "firstName",
                                "Énora",
                                "lastName",
                                "Le Bras",
                                "email",
                                person.email()))
                .expect(204);

        assertThat(records.isMember(person, GROUP)).isTrue();
    }

    @Test
    void what_an_administrator_added_stays_whatever_the_record_says(TestRealm realm) {
        OfficialRecordFixture records = OfficialRecordFixture.of(realm);
        TestPerson person = aPerson().officiallyIn(GROUP).in(realm);

        records.set(person, "0359001U$AES");
        assertThat(records.isMadeByRule(person, GROUP)).isFalse();
        records.set(person);

        assertThat(records.isMember(person, GROUP)).isTrue();
    }

    @Test
    void whoever_is_taken_out_against_the_record_is_back_at_the_next_sign_in(TestRealm realm) {
        OfficialRecordFixture records = OfficialRecordFixture.of(realm);
        TestPerson person = aPerson()
                .with(OfficialRecordFixture.FUNCTIONS, "0359001U$AES")
                .whoSignsIn()
                .in(realm);
        realm.admin()
                .delete("/users/" + person.id() + "/groups/" + realm.groupId(GROUP))
                .expect(204);
        assertThat(records.isMember(person, GROUP)).isFalse();

        realm.signIn(person.username(), PRONOTE);

        assertThat(records.isMember(person, GROUP)).isTrue();
    }

    @Test
    void a_deleted_person_leaves_nothing_of_the_rule(TestRealm realm) {
        TestPerson person =
                aPerson().with(OfficialRecordFixture.FUNCTIONS, "0359001U$AES").in(realm);

        realm.admin().delete("/users/" + person.id()).expect(204);

        Sql sql = Sql.of(realm.server());
        assertThat(sql.number("select count(*) from RELAIS_OFFICIAL_MEMBER where USER_ID = ?", person.id()))
                .isZero();
        assertThat(sql.number("select count(*) from RELAIS_OFFICIAL_RECORD where USER_ID = ?", person.id()))
                .isZero();
    }
}
