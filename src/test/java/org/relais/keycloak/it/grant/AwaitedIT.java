package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** A head writes an identifier: of somebody who is here, or of somebody who will be. */
@ExtendWith(RelaisServer.class)
class AwaitedIT {

    private static TestRealm realm;
    private static Manager head;

    @BeforeAll
    static void there_is_room_for_dates(TestRealm fresh) {
        realm = fresh;
        head = Manager.head(realm);
        TestProfiles.of(realm).allowUntil(Days.in(200), "AES");
    }

    @Test
    void the_identifier_of_an_account_gives_an_access_at_once() {
        TestPerson byName = aPerson().in(realm);
        TestPerson byMail = aPerson().in(realm);

        JsonNode granted = head.change(
                        GROUP,
                        aChange()
                                .addingIdentifiers(
                                        " " + byName.username().toUpperCase() + " ",
                                        byMail.username() + "@Academie.example"))
                .expect(200)
                .json()
                .get("granted");

        assertThat(granted.findValuesAsText("status")).containsExactly("ACTIVE", "ACTIVE");
        assertThat(granted.findValuesAsText("userId")).containsExactly(byName.id(), byMail.id());
    }

    @Test
    void the_identifier_of_nobody_is_awaited_among_the_members() {
        JsonNode grant = head.give(GROUP, aChange().addingIdentifiers("Loeiz.Cadiou"));

        assertThat(grant.get("status").asText()).isEqualTo("PENDING");
        assertThat(grant.get("identifier").asText()).isEqualTo("loeiz.cadiou");
        assertThat(grant.hasNonNull("userId")).isFalse();
        List<JsonNode> awaited = head.members(GROUP, "pending");
        assertThat(awaited).extracting(it -> it.path("identifier").asText()).contains("loeiz.cadiou");
        assertThat(awaited).allSatisfy(it -> {
            assertThat(it.path("origin").asText()).isEqualTo("PENDING");
            assertThat(it.has("person")).isFalse();
        });
        assertThat(count("pending")).isEqualTo(awaited.size());
    }

    @Test
    void an_awaited_access_can_be_changed_and_ended() {
        JsonNode grant =
                head.give(GROUP, aChange().addingIdentifiers("gwen.salaun").until(Days.in(10)));

        JsonNode changed = head.patch(grant, Map.of("endsOn", Days.in(30).toString()))
                .expect(200)
                .json();
        assertThat(changed.get("status").asText()).isEqualTo("PENDING");
        assertThat(changed.get("endsOn").asText()).isEqualTo(Days.in(30).toString());

        JsonNode ended = head.end(grant).expect(200).json();
        assertThat(ended.get("status").asText()).isEqualTo("ENDED");
        assertThat(head.members(GROUP, "pending"))
                .extracting(it -> it.path("identifier").asText())
                .doesNotContain("gwen.salaun");
    }

    @Test
    void nobody_is_awaited_twice_in_a_group() {
        head.give(GROUP, aChange().addingIdentifiers("soizic.riou"));

        Answer again = head.change(GROUP, aChange().addingIdentifiers("SOIZIC.riou"));

        Refused.only(again, 422, "already-granted", "add[0].identifier");
        Answer twice = head.change(GROUP, aChange().addingIdentifiers("yuna.hamon", "Yuna.Hamon"));
        Refused.only(twice, 422, "line-twice", "add[1].identifier");
    }

    @Test
    void the_awaited_are_found_by_the_beginning_and_a_page_at_a_time() {
        head.change(GROUP, aChange().addingIdentifiers("zz.un", "zz.deux", "zz.trois", "zz%"))
                .expect(200);
        Api api = head.api();
        String path = "/groups/" + realm.groupId(GROUP) + "/members?origin=pending&max=2&q=ZZ";

        JsonNode first = api.get(path).expect(200).json();
        JsonNode second = api.get(path + "&cursor=" + first.get("next").asText())
                .expect(200)
                .json();

        assertThat(first.get("items").findValuesAsText("endsOn")).hasSize(2);
        assertThat(second.hasNonNull("next")).isFalse();
        assertThat(List.of(
                        first.at("/items/0/identifier").asText(),
                        first.at("/items/1/identifier").asText(),
                        second.at("/items/0/identifier").asText(),
                        second.at("/items/1/identifier").asText()))
                .containsExactlyInAnyOrder("zz.un", "zz.deux", "zz.trois", "zz%");
        JsonNode literal = api.get("/groups/" + realm.groupId(GROUP) + "/members?q=zz%25")
                .expect(200)
                .json();
        assertThat(literal.get("items")).hasSize(1);
    }

    private static int count(String origin) {
        return head.api()
                .get("/groups/" + realm.groupId(GROUP))
                .expect(200)
                .json()
                .at("/counts/" + origin)
                .asInt();
    }
}
