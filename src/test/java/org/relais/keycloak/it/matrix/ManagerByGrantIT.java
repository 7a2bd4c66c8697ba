package org.relais.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_ASSISTANT;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** The official members of a managing group manage; whoever is in it by a grant only does not. */
@ExtendWith(RelaisServer.class)
class ManagerByGrantIT {

    private static final String MANAGING = "0359001U_AED";
    private static final String OFFICIAL = "official.assistant";

    private static TestSchool school;
    private static String guests;

    @BeforeAll
    static void education_assistants_manage(TestRealm realm) {
        MatrixFixture.letEducationAssistantsManage(realm);
        school = TestSchool.of(realm, "0359001U");
        guests = realm.groupId("0359001U_invites");
        TestPeople people = new TestPeople(realm);
        people.join(people.add(OFFICIAL), MANAGING);
        school.grant("AED", realm.userId(OTHER_ASSISTANT));
        realm.relais(HEAD)
                .post(
                        "/groups/" + guests + "/managers",
                        Map.of(
                                "type", "GROUP",
                                "principalId", realm.groupId(MANAGING),
                                "endsOn", Days.in(300).toString()))
                .expect(200);
    }

    @Test
    void an_official_member_of_a_managing_group_manages(TestRealm realm) {
        Api official = realm.relais(OFFICIAL);

        assertThat(official.get("/me").expect(200).json().get("manager").asBoolean())
                .isTrue();
        official.get("/groups/" + school.assistants()).expect(200);
    }

    @Test
    void a_member_by_a_grant_does_not(TestRealm realm) {
        assertManagesNothing(realm.relais(OTHER_ASSISTANT));
    }

    @Test
    void neither_does_one_whose_grant_is_over_and_perhaps_not_yet_cleaned_up(TestRealm realm) {
        realm.server().clock().ahead(Duration.ofDays(61));

        assertManagesNothing(realm.relais(OTHER_ASSISTANT));
    }

    @Test
    void a_delegation_to_a_group_is_for_its_official_members_only(TestRealm realm) {
        realm.relais(OFFICIAL).get("/groups/" + guests).expect(200);

        realm.relais(OTHER_ASSISTANT).get("/groups/" + guests).expect(404);
    }

    private static void assertManagesNothing(Api granted) {
        assertThat(granted.get("/me").expect(200).json().get("manager").asBoolean())
                .isFalse();
        assertThat(granted.get("/groups").expect(200).json().get("items")).isEmpty();
        granted.get("/groups/" + school.assistants()).expect(404);
        granted.get("/people?q=mar").expect(403);
    }
}
