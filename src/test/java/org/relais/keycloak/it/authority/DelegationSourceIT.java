package org.relais.keycloak.it.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** A delegation lives on the right of whoever gave it: never to oneself, never longer, never after it is gone. */
@ExtendWith(RelaisServer.class)
class DelegationSourceIT {

    private static final String HEADS = "0359001U_DIR";
    private static final String STAFF = "0359001U_AED";
    private static final LocalDate DAY = Days.in(20);

    private static TestRealm realm;

    /** A head of the school whom no other test needs. */
    private TestPerson leaving;

    private TestPerson delegate;

    @BeforeAll
    static void delegates_may_delegate(TestRealm fresh) {
        realm = fresh;
        TestProfiles.of(realm).allowUntil(Days.in(200), "AES");
        TestProfiles.of(realm).set("AES", "delegatesMayDelegate", "true");
    }

    @BeforeEach
    void a_head_and_somebody_to_delegate_to() {
        leaving = aPerson().officiallyIn(HEADS).whoSignsIn().in(realm);
        delegate = aPerson().whoSignsIn().in(realm);
    }

    @AfterEach
    void the_clock_is_right_again() {
        realm.server().clock().reset();
    }

    @Test
    void nobody_delegates_to_herself() {
        TestPerson both =
                aPerson().officiallyIn(HEADS).officiallyIn(STAFF).whoSignsIn().in(realm);

        Refused.only(by(both, "USER", both.id(), DAY), 400, "delegation-to-oneself", "principalId");
        Refused.only(by(both, "GROUP", realm.groupId(STAFF), DAY), 400, "delegation-to-oneself", "principalId");
    }

    @Test
    void a_delegate_delegates_no_longer_than_the_own_delegation() {
        given(leaving, delegate, DAY);
        TestPerson further = aPerson().in(realm);

        Refused.only(by(delegate, "USER", further.id(), DAY.plusDays(1)), 400, "delegation-past-own", "endsOn");
        Refused.only(by(delegate, "USER", delegate.id(), DAY), 400, "delegation-to-oneself", "principalId");
        by(delegate, "USER", further.id(), DAY).expect(200);
    }

    @Test
    void a_delegate_by_a_group_delegates_no_longer_than_the_groups_delegation() {
        TestPerson official = aPerson().officiallyIn(STAFF).whoSignsIn().in(realm);
        JsonNode given =
                by(leaving, "GROUP", realm.groupId(STAFF), DAY).expect(200).json();
        TestPerson further = aPerson().whoSignsIn().in(realm);

        Refused.only(by(official, "USER", further.id(), DAY.plusDays(1)), 400, "delegation-past-own", "endsOn");
        given(official, further, DAY);
        assertManages(further, true);

        withdraw(leaving, given).expect(204);
        assertManages(further, false);
        assertThat(listed()).doesNotContain(further.id());
    }

    @Test
    void a_withdrawal_takes_away_what_was_given_through_it() {
        TestPerson second = aPerson().whoSignsIn().in(realm);
        TestPerson third = aPerson().whoSignsIn().in(realm);
        JsonNode first = given(leaving, delegate, DAY);
        given(delegate, second, DAY);
        given(second, third, DAY.minusDays(1));
        assertManages(third, true);

        withdraw(leaving, first).expect(204);

        for (TestPerson person : List.of(delegate, second, third)) {
            assertManages(person, false);
            assertThat(listed()).doesNotContain(person.id());
        }
        assertThat(Manager.head(realm).journal(GROUP).stream()
                        .filter(line -> line.get("action").asText().equals("DELEGATION_ENDED"))
                        .map(line -> line.at("/person/id").asText()))
                .contains(delegate.id(), second.id(), third.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"left", "disabled", "deleted"})
    void a_delegation_rests_when_its_giver_manages_no_longer_and_holds_once_it_is_confirmed(String how) {
        TestPerson second = aPerson().whoSignsIn().in(realm);
        JsonNode given = given(leaving, delegate, DAY);
        given(delegate, second, DAY);

        leave(how);

        assertManages(delegate, false);
        assertManages(second, false);
        assertThat(toConfirm(delegate)).isTrue();
        assertThat(managersOfTheGroup()).doesNotContain(delegate.id());
        confirm(Manager.of(realm, delegate.username()), given).expect(404);

        JsonNode confirmed = confirm(Manager.head(realm), given).expect(200).json();
        assertThat(confirmed.get("toConfirm").asBoolean()).isFalse();
        assertThat(confirmed.get("endsOn").asText()).isEqualTo(DAY.toString());
        assertManages(delegate, true);
        assertManages(second, true);
        assertThat(toConfirm(delegate)).isFalse();
    }

    @Test
    void a_delegation_that_rests_can_be_withdrawn_or_given_anew() {
        JsonNode given = given(leaving, delegate, DAY);
        TestPerson other = aPerson().whoSignsIn().in(realm);
        given(leaving, other, DAY);
        TestPerson further = aPerson().whoSignsIn().in(realm);
        given(other, further, DAY);
        leave("left");

        withdraw(TestPerson.known(realm, HEAD), given).expect(204);
        JsonNode anew = given(TestPerson.known(realm, HEAD), other, DAY.minusDays(3));

        assertThat(listed()).doesNotContain(delegate.id());
        assertManages(other, true);
        assertManages(further, true);
        withdraw(TestPerson.known(realm, HEAD), anew).expect(204);
        assertThat(listed()).doesNotContain(other.id(), further.id());
    }

    @Test
    void two_delegations_do_not_carry_each_other() {
        given(leaving, delegate, DAY);
        given(delegate, leaving, DAY);

        leave("left");

        assertManages(leaving, false);
        assertManages(delegate, false);
    }

    @Test
    void whoever_comes_back_carries_the_own_delegations_again() {
        given(leaving, delegate, DAY);
        leave("left");
        assertManages(delegate, false);

        realm.admin()
                .put("/users/" + leaving.id() + "/groups/" + realm.groupId(HEADS), null)
                .expect(204);

        assertManages(delegate, true);
    }

    @Test
    void a_grant_in_a_managing_group_carries_no_delegation() {
        TestProfiles.of(realm).set("AES", "managedBy", "DIR", "AED");
        try {
            TestPerson official = aPerson().officiallyIn(STAFF).whoSignsIn().in(realm);
            given(official, delegate, DAY);
            realm.admin()
                    .delete("/users/" + official.id() + "/groups/" + realm.groupId(STAFF))
                    .expect(204);
            Manager.head(realm).give(STAFF, official, Days.soon());
            assertManages(delegate, false);
        } finally {
            TestProfiles.of(realm).set("AES", "managedBy", "DIR");
        }
    }

    @Test
    void a_delegation_to_a_group_of_another_school_ends_with_the_givers_right_in_this_one() {
        String otherStaff = "0359002V_AED";
        TestPerson headOfTwo = aPerson()
                .officiallyIn(HEADS)
                .officiallyIn("0359002V_DIR")
                .whoSignsIn()
                .in(realm);
        TestPerson elsewhere = aPerson().officiallyIn(otherStaff).whoSignsIn().in(realm);
        by(headOfTwo, "GROUP", realm.groupId(otherStaff), DAY).expect(200);
        assertManages(elsewhere, true);

        realm.admin()
                .delete("/users/" + headOfTwo.id() + "/groups/" + realm.groupId(HEADS))
                .expect(204);

        assertManages(elsewhere, false);
    }

    @Test
    void the_members_of_a_subgroup_of_a_managing_group_manage_nothing() {
        TestPerson below = aPerson().whoSignsIn().in(realm);
        String subgroup = realm.admin()
                .post("/groups/" + realm.groupId(HEADS) + "/children", Map.of("name", HEADS + "_adjoints"))
                .expect(201)
                .createdId();
        realm.admin().put("/users/" + below.id() + "/groups/" + subgroup, null).expect(204);

        assertManages(below, false);
    }

    @Test
    void what_an_administrator_delegated_holds_until_its_day() {
        JsonNode given = realm.admin()
                .post("/relais/groups/" + realm.groupId(GROUP) + "/managers", body("USER", delegate.id(), DAY))
                .expect(200)
                .json();

        assertManages(delegate, true);
        assertThat(given.get("toConfirm").asBoolean()).isFalse();
        confirm(Manager.head(realm), given).expect(200);
        assertThat(Sql.of(realm.server())
                        .texts(
                                "select GIVEN_AS from RELAIS_MANAGER where ID = ?",
                                given.get("id").asText()))
                .containsExactly("ADMINISTRATOR");
    }

    @Test
    void a_delegation_of_an_earlier_version_holds_while_its_giver_manages() {
        JsonNode given = given(leaving, delegate, DAY);
        Sql.of(realm.server())
                .change(
                        "update RELAIS_MANAGER set GIVEN_AS = null, SOURCE_ID = null where ID = ?",
                        given.get("id").asText());
        assertManages(delegate, true);

        leave("left");

        assertManages(delegate, false);
        assertThat(toConfirm(delegate)).isTrue();
    }

    @Test
    void what_nobody_confirms_is_removed_after_thirty_days() {
        LocalDate late = Days.in(100);
        given(leaving, delegate, late);
        leave("left");
        Housekeeping.run(realm.server());

        realm.server().clock().ahead(Duration.ofDays(29));
        Housekeeping.run(realm.server());
        assertThat(listed()).contains(delegate.id());

        realm.server().clock().ahead(Duration.ofDays(31));
        Housekeeping.run(realm.server());
        assertThat(listed()).doesNotContain(delegate.id());
    }

    private void leave(String how) {
        String user = "/users/" + leaving.id();
        switch (how) {
            case "left" ->
                realm.admin().delete(user + "/groups/" + realm.groupId(HEADS)).expect(204);
            case "disabled" -> realm.admin().put(user, Map.of("enabled", false)).expect(204);
            default -> realm.admin().delete(user).expect(204);
        }
    }

    private static void assertManages(TestPerson person, boolean manages) {
        Answer answer = Manager.of(realm, person.username()).api().get("/groups/" + realm.groupId(GROUP));
        assertThat(answer.status()).isEqualTo(manages ? 200 : 404);
        assertThat(Manager.of(realm, person.username())
                        .api()
                        .get("/groups")
                        .expect(200)
                        .json()
                        .get("items"))
                .hasSize(manages ? 1 : 0);
    }

    private static boolean toConfirm(TestPerson person) {
        for (JsonNode manager :
                Manager.head(realm).api().get(managers()).expect(200).json()) {
            if (manager.get("principalId").asText().equals(person.id())) {
                return manager.get("toConfirm").asBoolean();
            }
        }
        throw new AssertionError("Not listed: " + person);
    }

    private static List<String> listed() {
        return Manager.head(realm).api().get(managers()).expect(200).json().findValuesAsText("principalId");
    }

    private static List<String> managersOfTheGroup() {
        return Manager.head(realm)
                .api()
                .get("/groups/" + realm.groupId(GROUP))
                .expect(200)
                .json()
                .get("managers")
                .findValuesAsText("principalId");
    }

    private static Answer confirm(Manager manager, JsonNode delegation) {
        return manager.api().post(managers() + "/" + delegation.get("id").asText() + "/confirm", null);
    }

    private static Answer withdraw(TestPerson by, JsonNode delegation) {
        return Manager.of(realm, by.username())
                .api()
                .delete(managers() + "/" + delegation.get("id").asText());
    }

    private static JsonNode given(TestPerson by, TestPerson to, LocalDate lastDay) {
        return by(by, "USER", to.id(), lastDay).expect(200).json();
    }

    private static Answer by(TestPerson giver, String type, String principalId, LocalDate lastDay) {
        return Manager.of(realm, giver.username()).api().post(managers(), body(type, principalId, lastDay));
    }

    private static Map<String, String> body(String type, String principalId, LocalDate lastDay) {
        return Map.of("type", type, "principalId", principalId, "endsOn", lastDay.toString());
    }

    private static String managers() {
        return "/groups/" + realm.groupId(GROUP) + "/managers";
    }
}
