package org.relais.keycloak.it.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** What people may write about themselves is not believed. */
@ExtendWith(RelaisServer.class)
class TrustedAttributesIT {

    private static final String FUNCTIONS = "ENTPersonFonctions";
    private static final String SCHOOLS = "ENTPersonStructRattach";

    private static TestRealm realm;
    private static JsonNode safe;
    private static TestPerson person;

    @BeforeAll
    static void somebody_has_a_function_and_schools(TestRealm fresh) {
        realm = fresh;
        AcademySettings.of(realm).set("officialRule", "false");
        safe = realm.admin().get("/users/profile").expect(200).json();
        person = aPerson()
                .called("Tifenn", "Quéré")
                .with(FUNCTIONS, "0359001U$AES", "0359002V$ASH")
                .with(SCHOOLS, "0299001B")
                .in(realm);
        Manager.head(realm).give(GROUP, aChange().adding(person));
    }

    @AfterEach
    void the_realm_is_safe_again() {
        realm.admin().put("/users/profile", safe).expect(200);
    }

    @Test
    void a_record_only_administrators_write_is_believed() {
        assertThat(shown()).allSatisfy(it -> {
            assertThat(it.get("function").asText()).isEqualTo("AES, ASH");
            assertThat(it.get("schools")).hasSize(3);
        });
        assertThat(warnings()).isEmpty();
    }

    @Test
    void an_attribute_that_people_edit_is_not_believed_and_status_warns() {
        userProfile(profile -> attribute(profile, FUNCTIONS)
                .withObject("/permissions")
                .putArray("edit")
                .add("admin")
                .add("user"));

        assertThat(warnings()).containsExactly(FUNCTIONS);
        assertThat(shown()).allSatisfy(it -> {
            assertThat(it.path("function").asText("null")).isEqualTo("null");
            assertThat(it.get("schools")).hasSize(1);
            assertThat(it.get("schools").get(0).asText()).isEqualTo("0299001B");
        });
    }

    @Test
    void an_undeclared_attribute_that_anybody_may_add_is_not_believed_and_status_warns() {
        userProfile(profile -> {
            without(profile, FUNCTIONS);
            without(profile, SCHOOLS);
            profile.put("unmanagedAttributePolicy", "ENABLED");
        });

        assertThat(warnings()).containsExactlyInAnyOrder(FUNCTIONS, SCHOOLS);
        assertThat(shown()).allSatisfy(it -> {
            assertThat(it.path("function").asText("null")).isEqualTo("null");
            assertThat(it.get("schools")).isEmpty();
        });
    }

    @Test
    void an_undeclared_attribute_that_administrators_may_add_is_believed() {
        userProfile(profile -> {
            without(profile, FUNCTIONS);
            profile.put("unmanagedAttributePolicy", "ADMIN_EDIT");
        });

        assertThat(warnings()).isEmpty();
        assertThat(shown())
                .allSatisfy(it -> assertThat(it.get("function").asText()).isEqualTo("AES, ASH"));
    }

    @Test
    void the_warning_names_the_attribute_and_the_remedy() {
        userProfile(profile -> attribute(profile, SCHOOLS)
                .withObject("/permissions")
                .putArray("edit")
                .add("user"));

        JsonNode warning = realm.admin()
                .with("Accept-Language", "en")
                .get("/relais/status")
                .expect(200)
                .json()
                .at("/warnings/0");
        assertThat(warning.get("errorMessage").asText()).contains(SCHOOLS, "Let only administrators edit it");
    }

    /** The person as the search and the list of members show her. */
    private static List<JsonNode> shown() {
        Manager head = Manager.head(realm);
        JsonNode found =
                head.api().get("/people?q=" + person.username()).expect(200).json();
        JsonNode member = head.members(GROUP, "granted").get(0).get("person");
        assertThat(found.get("items")).hasSize(1);
        assertThat(member.get("id").asText()).isEqualTo(person.id());
        return List.of(found.at("/items/0"), member);
    }

    private static List<String> warnings() {
        return realm.admin()
                .get("/relais/status")
                .expect(200)
                .json()
                .get("warnings")
                .findValuesAsText("field");
    }

    private static void userProfile(Consumer<ObjectNode> change) {
        ObjectNode profile = safe.deepCopy();
        change.accept(profile);
        realm.admin().put("/users/profile", profile).expect(200);
    }

    private static ObjectNode attribute(ObjectNode profile, String name) {
        for (JsonNode attribute : profile.get("attributes")) {
            if (attribute.get("name").asText().equals(name)) {
                return (ObjectNode) attribute;
            }
        }
        throw new AssertionError("No attribute " + name);
    }

    private static void without(ObjectNode profile, String name) {
        ObjectNode removed = attribute(profile, name);
        var attributes = profile.get("attributes").elements();
        while (attributes.hasNext()) {
            if (attributes.next() == removed) {
                attributes.remove();
            }
        }
    }
}
