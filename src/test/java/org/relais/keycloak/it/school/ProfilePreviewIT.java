package org.relais.keycloak.it.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** An administrator sees what a profile is used for, and what changing it comes to, before saving it. */
@ExtendWith(RelaisServer.class)
class ProfilePreviewIT {

    private static TestRealm realm;
    private static Api admin;

    @BeforeAll
    static void a_profile_is_in_use(TestRealm fresh) {
        realm = fresh;
        admin = realm.admin().below("/relais");
        Manager.head(realm).give(GROUP, aChange().adding(aPerson().in(realm)));
    }

    @Test
    void profiles_are_listed_with_their_use() {
        JsonNode profiles = admin.get("/profiles").expect(200).json();

        assertThat(profiles).hasSize(8);
        JsonNode aes = profiles.get(1);
        assertThat(aes.get("suffix").asText()).isEqualTo("AES");
        assertThat(aes.get("componentId").asText())
                .isEqualTo(component("AES").get("id").asText());
        assertThat(aes.get("groups").asInt()).isEqualTo(3);
        assertThat(aes.get("lacking").asInt()).isZero();
        assertThat(aes.at("/applications/0/exists").asBoolean()).isTrue();
        assertThat(aes.at("/applications/1/perSchool").asBoolean()).isTrue();
    }

    @Test
    void a_change_is_told_before_it_is_saved() {
        ObjectNode component = TestProfiles.with(component("AES"), "clients", "pmb", "cantine");

        JsonNode preview = preview(component).expect(200).json();

        assertThat(preview.get("groups").asInt()).isEqualTo(3);
        assertThat(preview.get("grants").asInt()).isEqualTo(1);
        assertThat(preview.get("opens").findValuesAsText("clientId")).containsExactly("cantine");
        assertThat(preview.at("/opens/0/exists").asBoolean()).isFalse();
        assertThat(preview.get("closes").findValuesAsText("clientId")).containsExactly("pronote-{uai}");
        assertThat(preview.get("guards").findValuesAsText("clientId")).containsExactly("cantine");
        assertThat(preview.get("leavesItsGroups").asBoolean()).isFalse();
        assertThat(component("AES").at("/config/clients")).hasSize(2);
    }

    @Test
    void a_new_suffix_leaves_the_groups_behind() {
        ObjectNode component = TestProfiles.with(component("ASH"), "suffix", "ASX");

        JsonNode preview = preview(component).expect(200).json();

        assertThat(preview.get("leavesItsGroups").asBoolean()).isTrue();
        assertThat(preview.get("groups").asInt()).isEqualTo(3);
        assertThat(preview.get("lacking").asInt()).isEqualTo(3);
    }

    @Test
    void a_new_profile_lacks_a_group_in_every_school() {
        JsonNode preview = preview(TestProfiles.aProfile("CPE")).expect(200).json();

        assertThat(preview.get("groups").asInt()).isZero();
        assertThat(preview.get("lacking").asInt()).isEqualTo(3);
    }

    @Test
    void what_could_not_be_saved_is_refused_with_its_field() {
        Refused.only(preview(TestProfiles.aProfile("aes")), 400, "profile-suffix-taken", "suffix");
        Refused.only(preview(TestProfiles.aProfile("X_GAR")), 400, "profile-official-name", "population");
        Refused.only(invalid("maxDays", "0"), 400, "number", "maxDays");
        Refused.only(invalid("defaultDays", "400"), 400, "profile-days", "defaultDays");
        Refused.only(invalid("latestEnd", "02-30"), 400, "profile-latest-end", "latestEnd");
        Refused.only(invalid("population", "ALL"), 400, "profile-population", "population");
        Refused.only(invalid("managedBy", "nobody"), 400, "profile-unknown-suffix", "managedBy");
        Refused.only(invalid("clients", "gar"), 400, "profile-official-client", "clients");
        Refused.only(admin.post("/profiles/preview", Map.of("id", "nothing")), 404, "not-found-profile", null);
        Refused.only(
                admin.post("/profiles/preview", Map.of("name", "CPE", "config", Map.of("clients", "pmb"))),
                400,
                "wrong-value",
                "config.clients");
    }

    private static Answer invalid(String setting, String value) {
        return preview(TestProfiles.with(TestProfiles.aProfile("CPE"), setting, value));
    }

    private static Answer preview(ObjectNode component) {
        return admin.post("/profiles/preview", component.deepCopy().retain(List.of("id", "name", "config")));
    }

    private static ObjectNode component(String name) {
        return TestProfiles.of(realm).named(name);
    }
}
