package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.ADMINISTRATOR;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** Pupils and parents: whom managers do not find gets nothing by any way, and no answer tells that they are there. */
@ExtendWith(RelaisServer.class)
class HiddenPeopleIT {

    private static TestRealm realm;
    private static Manager head;

    @BeforeAll
    static void there_is_room_for_dates(TestRealm fresh) {
        realm = fresh;
        head = Manager.head(realm);
        TestProfiles.of(realm).allowUntil(Days.in(200), "AES", "ASH", "AED");
        AcademySettings.of(realm).set("searchesPerMinute", "10000");
    }

    @Test
    void a_pupil_who_was_awaited_before_the_account_was_there_gets_nothing() {
        String name = "e-" + UUID.randomUUID().toString().substring(0, 13);
        JsonNode grant = head.give(GROUP, aChange().addingIdentifiers(name));

        TestPerson pupil = aPupil().identifiedBy(name).whoSignsIn().in(realm);
        realm.accountConsole().signIn(name);
        Housekeeping.run(realm.server());

        LedgerRows rows = LedgerRows.of(realm);
        assertThat(rows.grant(grant.get("id").asText()).status()).isEqualTo("PENDING");
        assertThat(rows.isMember(realm.groupId(GROUP), pupil.id())).isFalse();
        assertThat(head.members(GROUP, "pending").toString()).contains(name).doesNotContain("Secret", pupil.id());
        String status = realm.admin().get("/relais/status").expect(200).text();
        assertThat(status)
                .contains("warning-pending-ineligible", grant.get("id").asText())
                .doesNotContain("Secret");
    }

    @Test
    void identifiers_of_people_who_cannot_be_added_are_answered_like_those_of_nobody() {
        TestPerson pupil = aPupil().in(realm);
        TestPerson disabled = aPerson().disabled().in(realm);
        String nobody = "x-" + UUID.randomUUID().toString().substring(0, 13);
        String expected = answerTo(nobody);

        for (String name : List.of(pupil.username(), pupil.email(), disabled.username(), ADMINISTRATOR, aRobot())) {
            assertThat(answerTo(name).replace(name, nobody)).as(name).isEqualTo(expected);
        }
    }

    @Test
    void ids_of_people_who_are_hidden_are_answered_like_those_of_nobody() {
        TestPerson pupil = aPupil().in(realm);
        String nobody = UUID.randomUUID().toString();

        Answer given = head.change(GROUP, aChange().addingIds(pupil.id()));
        Answer delegated = head.api().post(managers(), delegation(pupil.id()));

        Refused.only(given, 422, "unknown-person", "add[0].userId");
        Refused.only(delegated, 400, "unknown-person", "principalId");
        assertThat(given.text().replace(pupil.id(), nobody))
                .isEqualTo(head.change(GROUP, aChange().addingIds(nobody)).text());
        assertThat(delegated.text().replace(pupil.id(), nobody))
                .isEqualTo(head.api().post(managers(), delegation(nobody)).text());
    }

    @Test
    void copying_a_group_leaves_them_out_without_a_word() {
        TestPerson pupil = aPupil().officiallyIn("0359001U_AED").in(realm);
        TestPerson colleague = aPerson().officiallyIn("0359001U_AED").in(realm);

        Answer copied = head.change("0359001U_ASH", aChange().copying(realm.groupId("0359001U_AED")));

        assertThat(copied.expect(200).json().get("granted").findValuesAsText("userId"))
                .contains(colleague.id())
                .doesNotContain(pupil.id());
        assertThat(copied.text()).doesNotContain("Secret");
    }

    @Test
    void the_access_of_somebody_who_became_a_pupil_is_not_renewed() {
        TestPerson person = aPerson().called("Elève", "Secret").in(realm);
        JsonNode grant = head.give(GROUP, person, Days.in(20));
        ObjectNode account = (ObjectNode)
                realm.admin().get("/users/" + person.id()).expect(200).json();
        account.putObject("attributes").putArray("ENTPersonProfils").add("National_ELV");
        realm.admin().put("/users/" + person.id(), account).expect(204);

        Answer renewed = head.patch(grant, Map.of("endsOn", Days.in(30).toString()));

        Refused.only(renewed, 422, "person-hidden", null);
        assertThat(renewed.text()).doesNotContain("Secret");
        head.patch(grant, Map.of("endsOn", Days.in(10).toString())).expect(200);
    }

    @Test
    void who_became_a_pupil_manages_nothing_by_delegation() {
        TestPerson person = aPerson().whoSignsIn().in(realm);
        head.api().post(managers(), delegation(person.id())).expect(200);
        Manager delegate = Manager.of(realm, person.username());
        delegate.api().get("/groups/" + realm.groupId(GROUP)).expect(200);
        ObjectNode account = (ObjectNode)
                realm.admin().get("/users/" + person.id()).expect(200).json();
        account.putObject("attributes").putArray("ENTPersonProfils").add("National_ELV");
        realm.admin().put("/users/" + person.id(), account).expect(204);

        Refused.only(delegate.api().get("/groups/" + realm.groupId(GROUP)), 404, "not-found-group", null);
    }

    @Test
    void nobody_is_looked_up_while_the_terms_are_refused() {
        TestPerson pupil = aPupil().in(realm);
        String[] names = IntStream.range(0, 197).mapToObj(i -> "probe-" + i).toArray(String[]::new);

        Answer answer = head.change(
                GROUP,
                aChange()
                        .addingIdentifiers(pupil.username(), ADMINISTRATOR, "two words")
                        .addingIdentifiers(names)
                        .until(Days.in(3000)));

        Refused.only(answer, 422, "ends-too-late", "endsOn");
    }

    private static String answerTo(String identifier) {
        JsonNode granted = head.give("0359001U_ASH", aChange().addingIdentifiers(identifier));
        head.end(granted).expect(200);
        ObjectNode shown = (ObjectNode) granted;
        shown.remove(List.of("id", "grantedAt"));
        return shown.toString();
    }

    private static TestPerson.Builder aPupil() {
        return aPerson().called("Elève", "Secret").with("ENTPersonProfils", "National_ELV");
    }

    /** The username of a client's service account. */
    private static String aRobot() {
        String name = "robot-" + UUID.randomUUID().toString().substring(0, 8);
        Api admin = realm.admin();
        admin.post(
                        "/clients",
                        Map.of("clientId", name, "serviceAccountsEnabled", true, "publicClient", false, "secret", "s"))
                .expect(201);
        return "service-account-" + name;
    }

    private static String managers() {
        return "/groups/" + realm.groupId(GROUP) + "/managers";
    }

    private static Map<String, String> delegation(String userId) {
        return Map.of(
                "type", "USER", "principalId", userId, "endsOn", Days.in(20).toString());
    }
}
