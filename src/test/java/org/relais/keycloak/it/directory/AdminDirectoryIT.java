package org.relais.keycloak.it.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.MOODLE_GROUP;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** An administrator finds people and groups of the whole realm, and knows at little cost what they may do there. */
@ExtendWith(RelaisServer.class)
class AdminDirectoryIT {

    @Test
    void people_are_found_as_managers_find_them(TestRealm realm) {
        Housekeeping.run(realm.server());
        Api admin = realm.admin().below("/relais");

        JsonNode found = admin.get("/people?q=gueguen&school=all").expect(200).json();

        assertThat(found.path("items").findValuesAsText("username")).containsExactly(ASSISTANT);
        assertThat(admin.get("/people?q=gueguen&school=mine").expect(200).json().path("items"))
                .isEmpty();
        assertThat(admin.get("/people?q=anais.lebihan&group=" + realm.groupId("0299001B_AES"))
                        .expect(200)
                        .json()
                        .at("/items/0/membership/origin")
                        .asText())
                .isEqualTo("OFFICIAL");
        assertThat(admin.get("/people/types").expect(200).json().path("items")).isNotEmpty();
        admin.get("/people?q=ab").expect(400);
    }

    @Test
    void groups_are_found_by_their_own_name_and_by_their_school(TestRealm realm) {
        assertThat(groups(realm, "0359001u_aes")).containsExactly(GROUP);
        assertThat(groups(realm, "0359001U_E")).containsExactly(MOODLE_GROUP, "0359001U_ENS");
        assertThat(groups(realm, "bruyeres")).hasSizeGreaterThan(5).allMatch(name -> name.startsWith("0359001U_"));
        assertThat(groups(realm, "0359001U_nothing")).isEmpty();
        assertThat(groups(realm, "nowhere")).isEmpty();
    }

    @Test
    void what_one_may_do_costs_a_few_statements(TestRealm realm) {
        Api admin = realm.admin().below("/relais");
        JsonNode me = admin.get("/me").expect(200).json();
        assertThat(me.path("configured").asBoolean()).isTrue();
        assertThat(me.path("mayManage").asBoolean()).isTrue();
        assertThat(me.path("mayConfigure").asBoolean()).isTrue();
        assertThat(me.path("timeZone").asText()).isEqualTo("Europe/Paris");
        assertThat(realm.server()
                        .statements()
                        .fewestDuring(() -> () -> admin.get("/me").expect(200)))
                .isLessThan(20);
    }

    private static List<String> groups(TestRealm realm, String text) {
        return realm
                .admin()
                .get("/relais/groups?q=" + Api.encode(text))
                .expect(200)
                .json()
                .path("items")
                .findValues("name")
                .stream()
                .map(JsonNode::asText)
                .filter(name -> name.matches("\\d{7}[A-Z]_.+"))
                .toList();
    }
}
