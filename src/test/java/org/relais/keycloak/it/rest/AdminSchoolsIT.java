package org.relais.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** What an administrator sees of the realm and may put right: schools, groups, accesses, journal. */
@ExtendWith(RelaisServer.class)
class AdminSchoolsIT {

    private static TestRealm realm;
    private static Api admin;

    @BeforeAll
    static void an_administrator_is_at_work(TestRealm fresh) {
        realm = fresh;
        admin = realm.admin().below("/relais");
    }

    @Test
    void schools_are_listed_by_uai_a_page_at_a_time() {
        JsonNode first = admin.get("/schools?max=2").expect(200).json();
        JsonNode second = admin.get("/schools?max=2&cursor=" + first.get("next").asText())
                .expect(200)
                .json();

        assertThat(first.get("items").findValuesAsText("uai")).containsExactly("0299001B", "0359001U");
        assertThat(second.get("items").findValuesAsText("uai")).containsExactly("0359002V");
        assertThat(second.hasNonNull("next")).isFalse();
        assertThat(second.at("/items/0/name").asText()).isEqualTo("Lycée de l'Estran");
        assertThat(second.at("/items/0/type").asText()).isEqualTo("LYC");
    }

    @Test
    void the_groups_of_a_school_are_those_of_its_profiles() {
        JsonNode groups =
                admin.get("/groups?school=0299001b").expect(200).json().get("items");

        assertThat(groups.findValuesAsText("profile"))
                .containsExactlyInAnyOrder("AES", "ASH", "AED", "DOC", "ENS", "DIR", "eleves-invites", "invites");
        for (JsonNode group : groups) {
            assertThat(group.at("/school/uai").asText()).isEqualTo("0299001B");
            if (group.get("profile").asText().equals("AES")) {
                assertThat(group.at("/counts/official").asInt()).isEqualTo(1);
                assertThat(group.get("applications").findValuesAsText("clientId"))
                        .containsExactly("pmb", "pronote-0299001B");
                assertThat(group.at("/managers/0/byProfile").asBoolean()).isTrue();
            }
        }
    }

    @Test
    void groups_a_school_lacks_are_created_and_only_those() {
        realm.admin().delete("/groups/" + realm.groupId("0359002V_DOC")).expect(204);
        realm.admin().delete("/groups/" + realm.groupId("0359002V_invites")).expect(204);

        JsonNode created =
                admin.post("/schools/0359002V/groups", null).expect(200).json();

        assertThat(created.findValuesAsText("profile")).containsExactlyInAnyOrder("DOC", "invites");
        assertThat(admin.post("/schools/0359002V/groups", null).expect(200).json())
                .isEmpty();
        JsonNode group = realm.admin()
                .get("/groups/" + realm.groupId("0359002V_DOC"))
                .expect(200)
                .json();
        assertThat(group.at("/attributes/relais.profile/0").asText()).isEqualTo("DOC");
        assertThat(realm.admin()
                        .get("/admin-events?resourcePath=relais/groups/"
                                + group.get("id").asText())
                        .expect(200)
                        .json()
                        .findValuesAsText("operationType"))
                .containsExactly("CREATE");
        Manager.head(realm).give("0359002V_DOC", aChange().adding(aPerson().in(realm)));
    }

    @Test
    void a_group_of_that_name_that_is_of_another_profile_is_named() {
        String id = realm.groupId("0359001U_DOC");
        Map<String, Object> group =
                Map.of("id", id, "name", "0359001U_DOC", "attributes", Map.of("relais.profile", List.of("nothing")));
        realm.admin().put("/groups/" + id, group).expect(204);

        String sentence = Refused.only(admin.post("/schools/0359001U/groups", null), 409, "group-name-taken", null);

        assertThat(sentence).contains("0359001U_DOC", "relais.profile");
    }

    @Test
    void the_journal_of_the_realm_is_read_from_the_newest_line_a_page_at_a_time() {
        Manager head = Manager.head(realm);
        for (int i = 0; i < 6; i++) {
            head.give(
                    i % 2 == 0 ? GROUP : "0359001U_ASH",
                    aChange().adding(aPerson().in(realm)).because("Motif " + i));
        }
        List<String> reasons = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < 3; page++) {
            JsonNode read = admin.get("/journal?max=2" + cursor).expect(200).json();
            assertThat(read.get("items")).hasSize(2);
            read.get("items")
                    .forEach(line -> reasons.add(line.at("/details/reason").asText()));
            cursor = "&cursor=" + read.path("next").asText();
        }

        assertThat(reasons).containsExactly("Motif 5", "Motif 4", "Motif 3", "Motif 2", "Motif 1", "Motif 0");
    }

    @Test
    void an_administrator_changes_and_ends_what_a_head_gave() {
        JsonNode grant = Manager.head(realm)
                .give("0359001U_AED", aChange().adding(aPerson().in(realm)));
        String path = "/grants/" + grant.get("id").asText();

        JsonNode changed = admin.patch(path, Map.of("reason", "Vu avec le rectorat"))
                .expect(200)
                .json();
        assertThat(changed.get("reason").asText()).isEqualTo("Vu avec le rectorat");
        JsonNode ended = admin.delete(path).expect(200).json();
        assertThat(ended.get("status").asText()).isEqualTo("ENDED");
        assertThat(ended.at("/endedBy/id").asText()).isNotBlank();
    }
}
