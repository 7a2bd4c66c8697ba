package org.relais.keycloak.it.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;
import static org.relais.keycloak.it.support.people.DemoNames.SCHOOL;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.DemoNames;
import org.relais.keycloak.it.support.people.GrantToGive;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.GuardedClients;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.SchoolFiles;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.TestRealm;

/** A group is a school only where its name and its attribute {@code uai} say the same: neither alone can be another school. */
@ExtendWith(RelaisServer.class)
class SchoolIdentityIT {

    /** The school whose group somebody may edit in Keycloak; they want what {@link DemoNames#SCHOOL} opens. */
    private static final String OWN = "0299001B";

    private TestRealm realm;
    private Api admin;

    @BeforeEach
    void a_realm_of_its_own_has_the_gate(ServerUnderTest server) {
        realm = server.freshRealm();
        admin = realm.admin().below("/relais");
        admin.post("/gate", Map.of()).expect(200);
    }

    @AfterEach
    void the_realm_goes() {
        realm.close();
    }

    @Test
    void a_group_that_takes_the_uai_of_another_school_is_no_school_until_it_says_its_own() {
        TestPerson official =
                TestPerson.aPerson().whoSignsIn().officiallyIn(OWN + "_AES").in(realm);
        TestPerson granted = TestPerson.aPerson().whoSignsIn().in(realm);
        GrantToGive.aGrant(realm)
                .by(DemoNames.HEAD_ELSEWHERE)
                .to(granted.username())
                .in(OWN + "_AES")
                .give();

        saysOfItself(OWN, "uai", SCHOOL);

        for (TestPerson person : List.of(official, granted)) {
            for (String client : List.of(PRONOTE, "pronote-" + OWN)) {
                assertThat(GuardedClients.refuses(realm.trySignIn(person.username(), client)))
                        .as("%s to %s", person.username(), client)
                        .isTrue();
            }
            assertThat(realm.signIn(person.username(), "tests").groups()).isEmpty();
        }
        assertThat(uais()).containsExactly("0359001U", "0359002V");
        admin.get("/groups?school=" + OWN).expect(404);
        assertThat(admin.get("/groups?school=" + SCHOOL).expect(200).json().get("items"))
                .allSatisfy(group -> assertThat(group.get("name").asText()).startsWith(SCHOOL));
        admin.get("/groups/" + realm.groupId(OWN + "_AES") + "/members").expect(404);
        assertThat(realm.relais(DemoNames.HEAD_ELSEWHERE)
                        .get("/groups")
                        .expect(200)
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(warning("warning-false-school")).contains(OWN, "uai").doesNotContain("0359002V");

        saysOfItself(OWN, "uai", OWN.toLowerCase(Locale.ROOT));

        assertThat(realm.signIn(granted.username(), "pronote-" + OWN).groups()).containsExactly(OWN + "_AES");
        assertThat(warning("warning-false-school")).isEmpty();
        assertThat(uais()).containsExactly(OWN, "0359001U", "0359002V");
    }

    @Test
    void a_second_value_of_the_attribute_makes_it_no_other_school() {
        TestPerson person =
                TestPerson.aPerson().whoSignsIn().officiallyIn(OWN + "_AES").in(realm);

        saysOfItself(OWN, "uai", SCHOOL, OWN);

        assertThat(GuardedClients.refuses(realm.trySignIn(person.username(), PRONOTE)))
                .isTrue();
        assertThat(uais()).containsExactly("0359001U", "0359002V");
        assertThat(warning("warning-false-school")).contains(OWN);
    }

    @Test
    void a_group_named_in_another_case_takes_nothing_from_the_school_and_is_named() {
        String id = realm.groupId("/etablissements/" + OWN);
        ObjectNode group = group(id);
        group.put("name", "0359001u");
        group.withObject("/attributes").putArray("uai").add(SCHOOL);
        TestPerson person =
                TestPerson.aPerson().whoSignsIn().officiallyIn(OWN + "_AES").in(realm);

        realm.admin().put("/groups/" + id, group).expect(204);

        assertThat(GuardedClients.refuses(realm.trySignIn(person.username(), PRONOTE)))
                .isTrue();
        assertThat(uais()).containsExactly("0359001U", "0359002V");
        assertThat(admin.get("/groups?school=" + SCHOOL).expect(200).json().get("items"))
                .isNotEmpty();
        assertThat(warning("warning-false-school")).contains("0359001u");
    }

    @Test
    void a_school_written_in_small_letters_is_one_as_long_as_nobody_has_the_capitals() {
        String id = realm.groupId("/etablissements/" + OWN);
        ObjectNode group = group(id);
        group.put("name", "0299001b");

        realm.admin().put("/groups/" + id, group).expect(204);

        ObjectNode other = group(realm.groupId("/etablissements/0359002V"));
        other.put("name", OWN);
        other.withObject("/attributes").putArray("uai").add(OWN);
        realm.admin().put("/groups/" + other.get("id").asText(), other).expect(409);
        TestPerson person = TestPerson.aPerson().whoSignsIn().in(realm);
        realm.admin()
                .put(
                        "/users/%s/groups/%s"
                                .formatted(person.id(), realm.groupId("/etablissements/0299001b/" + OWN + "_AES")),
                        Map.of())
                .expect(204);
        assertThat(realm.signIn(person.username(), "pronote-" + OWN).groups()).containsExactly(OWN + "_AES");
        assertThat(admin.get("/groups?school=" + OWN).expect(200).json().get("items"))
                .isNotEmpty();
        assertThat(warning("warning-false-school")).isEmpty();
    }

    @Test
    void a_group_whose_profile_is_not_that_of_its_name_is_none_and_makes_nobody_a_manager() {
        TestPerson person = TestPerson.aPerson()
                .whoSignsIn()
                .officiallyIn(SCHOOL + "_invites")
                .in(realm);
        String invited = realm.groupId(SCHOOL + "_invites");
        ObjectNode group = group(invited);
        group.withObject("/attributes").putArray("relais.profile").add("DIR");

        realm.admin().put("/groups/" + invited, group).expect(204);

        assertThat(realm.relais(person.username())
                        .get("/groups")
                        .expect(200)
                        .json()
                        .get("items"))
                .isEmpty();
        admin.get("/groups/" + invited + "/members").expect(404);
        assertThat(warning("warning-contradicting-profile")).contains(SCHOOL + "_invites", "relais.profile");
    }

    @Test
    void attributes_with_two_values_show_each_school_and_group_once() {
        saysOfItself(SCHOOL, "type", "CLG", "LYC");
        saysOfItself(SCHOOL, "closed", "false", "true");
        String group = realm.groupId(SCHOOL + "_AES");
        ObjectNode said = group(group);
        said.withObject("/attributes").putArray("relais.profile").add("AES").add("aes");
        realm.admin().put("/groups/" + group, said).expect(204);

        JsonNode schools = admin.get("/schools").expect(200).json().get("items");

        assertThat(schools.findValuesAsText("uai")).containsExactly(OWN, "0359001U", "0359002V");
        assertThat(schools.get(1).get("closed").asBoolean()).isTrue();
        assertThat(schools.get(1).get("type").asText()).isEqualTo("CLG");
        List<String> groups = new ArrayList<>();
        admin.get("/groups?school=" + SCHOOL)
                .expect(200)
                .json()
                .get("items")
                .forEach(it -> groups.add(it.get("name").asText()));
        assertThat(groups).doesNotHaveDuplicates().contains(SCHOOL + "_AES");
    }

    @Test
    void an_import_puts_right_what_a_schools_group_says_and_closes_no_group_that_is_no_school() {
        saysOfItself(OWN, "uai", SCHOOL);

        JsonNode done = SchoolFiles.of(realm).run("groups=false", "uai;name\n%s;Collège Penn-ar-Bed\n".formatted(OWN));

        assertThat(done.get("changed").asInt()).isEqualTo(1);
        assertThat(group(realm.groupId("/etablissements/" + OWN))
                        .at("/attributes/uai/0")
                        .asText())
                .isEqualTo(OWN);
        assertThat(uais()).containsExactly(OWN, "0359001U", "0359002V");
    }

    private void saysOfItself(String school, String attribute, String... values) {
        String id = realm.groupId("/etablissements/" + school);
        ObjectNode group = group(id);
        ArrayNode said = group.withObject("/attributes").putArray(attribute);
        List.of(values).forEach(said::add);
        realm.admin().put("/groups/" + id, group).expect(204);
    }

    private ObjectNode group(String id) {
        return (ObjectNode) realm.admin().get("/groups/" + id).expect(200).json();
    }

    private List<String> uais() {
        return admin.get("/schools").expect(200).json().get("items").findValuesAsText("uai");
    }

    private String warning(String code) {
        for (JsonNode warning : admin.get("/status").expect(200).json().get("warnings")) {
            if (warning.get("code").asText().equals(code)) {
                return warning.get("errorMessage").asText();
            }
        }
        return "";
    }
}
