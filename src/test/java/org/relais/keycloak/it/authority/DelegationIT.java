package org.relais.keycloak.it.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.Change;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Concurrently;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** A head lets somebody else manage a group, until a day. */
@ExtendWith(RelaisServer.class)
class DelegationIT {

    private static final LocalDate DAY = Days.in(20);

    private static TestRealm realm;
    private static Manager head;

    @BeforeAll
    static void there_is_room_for_dates(TestRealm fresh) {
        realm = fresh;
        head = Manager.head(realm);
        TestProfiles.of(realm).allowUntil(Days.in(200), "AES", "ASH", "AED");
    }

    @Test
    void a_person_manages_the_group_and_no_other() {
        TestPerson delegate = aPerson().whoSignsIn().in(realm);
        JsonNode delegation = delegate("USER", delegate.id(), DAY).expect(200).json();
        Manager manager = Manager.of(realm, delegate.username());

        assertThat(delegation.get("endsOn").asText()).isEqualTo(DAY.toString());
        assertThat(delegation.get("byProfile").asBoolean()).isFalse();
        assertThat(manager.api().get("/groups").expect(200).json().get("items").findValuesAsText("profile"))
                .containsExactly("AES");
        JsonNode grant = manager.give(GROUP, aPerson().in(realm), Days.in(5));
        assertThat(grant.at("/grantedBy/id").asText()).isEqualTo(delegate.id());
        manager.end(grant).expect(200);
        manager.api().get("/people?q=helene").expect(200);
        Refused.only(manager.change("0359001U_ASH", Change.aChange().adding(delegate)), 404, "not-found-group", null);
    }

    @Test
    void the_official_members_of_a_group_manage_it_and_those_with_a_grant_do_not() {
        TestPerson official =
                aPerson().officiallyIn("0359001U_AED").whoSignsIn().in(realm);
        TestPerson granted = aPerson().whoSignsIn().in(realm);
        head.give("0359001U_AED", granted, DAY);
        String ash = "/groups/" + realm.groupId("0359001U_ASH");

        head.api()
                .post(ash + "/managers", body("GROUP", realm.groupId("0359001U_AED"), DAY))
                .expect(200);

        Manager.of(realm, official.username()).api().get(ash).expect(200);
        Manager.of(realm, granted.username()).api().get(ash).expect(404);
        assertThat(head.api().get(ash + "/managers").expect(200).json().findValuesAsText("type"))
                .containsExactly("GROUP", "GROUP");
    }

    @Test
    void a_delegation_needs_a_last_day_within_a_year() {
        String person = aPerson().in(realm).id();

        Refused.only(delegate("USER", person, null), 400, "ends-on-missing", "endsOn");
        Refused.only(delegate("USER", person, Days.in(-1)), 400, "ends-in-the-past", "endsOn");
        Refused.only(delegate("USER", person, Days.in(366)), 400, "delegation-too-long", "endsOn");
        delegate("USER", person, Days.in(365)).expect(200);
    }

    @Test
    void a_delegation_is_to_somebody_who_is_there() {
        for (String id : List.of("nobody", "f:", aPerson().disabled().in(realm).id())) {
            Refused.only(delegate("USER", id, DAY), 400, "unknown-person", "principalId");
        }
        Refused.only(delegate("GROUP", realm.groupId("0299001B_AES"), DAY), 404, "not-found-group", null);
        Refused.only(delegate("GROUP", "f:", DAY), 404, "not-found-group", null);
        Refused.only(delegate("ROBOT", "x", DAY), 400, "wrong-value", "type");
        Refused.only(delegate(null, "x", DAY), 400, "field-missing", "type");
        Refused.only(delegate("USER", null, DAY), 400, "field-missing", "principalId");
    }

    @Test
    void a_delegate_delegates_only_where_the_profile_allows_it() {
        TestPerson delegate = aPerson().whoSignsIn().in(realm);
        TestPerson further = aPerson().in(realm);
        JsonNode own = delegate("USER", delegate.id(), DAY).expect(200).json();
        Api api = Manager.of(realm, delegate.username()).api();
        String managers = managers();

        Refused.only(api.post(managers, body("USER", further.id(), DAY)), 403, "not-allowed-delegate", null);
        Refused.only(api.delete(managers + "/" + own.get("id").asText()), 403, "not-allowed-delegate", null);
        assertThat(api.get(managers.replace("/managers", ""))
                        .expect(200)
                        .json()
                        .get("mayDelegate")
                        .asBoolean())
                .isFalse();

        TestProfiles.of(realm).set("AES", "delegatesMayDelegate", "true");
        try {
            api.post(managers, body("USER", further.id(), DAY)).expect(200);
        } finally {
            TestProfiles.of(realm).set("AES", "delegatesMayDelegate", "false");
        }
    }

    @Test
    void a_delegation_ends_with_its_last_day_by_the_clock() {
        TestPerson delegate = aPerson().whoSignsIn().in(realm);
        delegate("USER", delegate.id(), Days.in(2)).expect(200);
        String group = managers().replace("/managers", "");

        realm.server().clock().ahead(Days.untilNoonOf(Days.in(2)));
        Manager.of(realm, delegate.username()).api().get(group).expect(200);

        realm.server().clock().ahead(Days.untilNoonOf(Days.in(3)));
        Manager.of(realm, delegate.username()).api().get(group).expect(404);
        assertThat(head.api().get(managers()).expect(200).json().findValuesAsText("principalId"))
                .doesNotContain(delegate.id());
        delegate("USER", delegate.id(), Days.in(10)).expect(200);
    }

    @Test
    void a_withdrawn_delegate_manages_nothing_and_the_books_tell() {
        TestPerson delegate = aPerson().called("Brieuc", "Hascoët").whoSignsIn().in(realm);
        JsonNode delegation = delegate("USER", delegate.id(), DAY).expect(200).json();
        String path = managers() + "/" + delegation.get("id").asText();

        head.api().delete(path).expect(204);

        Manager.of(realm, delegate.username())
                .api()
                .get("/groups/" + realm.groupId(GROUP))
                .expect(404);
        Refused.only(head.api().delete(path), 404, "not-found-manager", null);
        List<JsonNode> lines = head.journal(GROUP).stream()
                .filter(line -> line.at("/person/id").asText().equals(delegate.id()))
                .toList();
        assertThat(lines)
                .extracting(line -> line.get("action").asText())
                .containsExactly("DELEGATION_ENDED", "DELEGATED");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.at("/actor/name").asText()).isEqualTo("Nolwenn Le Goff");
            assertThat(line.at("/person/name").asText()).isEqualTo("Brieuc Hascoët");
            assertThat(line.at("/details/endsOn").asText()).isEqualTo(DAY.toString());
        });
        assertThat(realm.admin()
                        .get("/admin-events?resourcePath=relais" + path)
                        .expect(200)
                        .json()
                        .findValuesAsText("operationType"))
                .containsExactly("DELETE", "CREATE");
    }

    @Test
    void nobody_is_made_a_delegate_twice() {
        TestPerson delegate = aPerson().in(realm);
        delegate("USER", delegate.id(), DAY).expect(200);

        Refused.only(delegate("USER", delegate.id(), Days.in(30)), 409, "already-delegated", "principalId");

        TestPerson other = aPerson().in(realm);
        Api api = head.api();
        String managers = managers();
        Map<String, String> body = body("USER", other.id(), DAY);
        List<Answer> answers =
                Concurrently.all(List.of(() -> api.post(managers, body), () -> api.post(managers, body)));
        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void the_heads_of_the_school_stay_managers_and_cannot_be_withdrawn() {
        JsonNode managers = head.api().get(managers()).expect(200).json();
        JsonNode byProfile = managers.get(0);

        assertThat(byProfile.get("byProfile").asBoolean()).isTrue();
        assertThat(byProfile.get("name").asText()).contains("0359001U_DIR");
        Refused.only(
                head.api().delete(managers() + "/" + byProfile.get("id").asText()), 404, "not-found-manager", null);
    }

    private static String managers() {
        return "/groups/" + realm.groupId(GROUP) + "/managers";
    }

    private static Answer delegate(String type, String principalId, LocalDate lastDay) {
        return head.api().post(managers(), body(type, principalId, lastDay));
    }

    private static Map<String, String> body(String type, String principalId, LocalDate lastDay) {
        Map<String, String> body = new HashMap<>();
        body.put("type", type);
        body.put("principalId", principalId);
        body.put("endsOn", lastDay == null ? null : lastDay.toString());
        return body;
    }
}
