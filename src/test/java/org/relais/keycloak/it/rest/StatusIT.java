package org.relais.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.SchoolFiles;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** What an administrator should put right. */
@ExtendWith(RelaisServer.class)
class StatusIT {

    @Test
    void profiles_and_clients_that_do_not_fit_are_named(TestRealm realm) {
        TestProfiles profiles = TestProfiles.of(realm);
        Api admin = realm.admin().below("/relais");
        assertThat(admin.get("/status").expect(200).json().get("configured").asBoolean())
                .isTrue();
        profiles.create(TestProfiles.with(TestProfiles.aProfile("CPE"), "clients", "cantine", "moodle"))
                .expect(201);
        profiles.create(TestProfiles.aProfile("old")).expect(201);
        profiles.create(TestProfiles.with(TestProfiles.aProfile("new"), "managedBy", "old"))
                .expect(201);
        profiles.delete(profiles.named("old")).expect(204);
        JsonNode moodle =
                realm.admin().get("/clients?clientId=moodle").expect(200).json().get(0);
        ((ObjectNode) moodle).withObject("/attributes").put("relais.officialOnly", "true");
        realm.admin().put("/clients/" + moodle.get("id").asText(), moodle).expect(204);

        JsonNode warnings = admin.get("/status").expect(200).json().get("warnings");

        assertThat(warnings.findValuesAsText("code"))
                .contains(
                        "warning-unknown-client",
                        "warning-no-manager",
                        "warning-unknown-suffix",
                        "warning-official-client");
        assertThat(warnings)
                .allSatisfy(it ->
                        assertThat(it.get("errorMessage").asText()).isNotBlank().doesNotContain("relais-", "{0}"));
    }

    @Test
    void schools_without_head_or_application_are_named_until_they_have_closed(ServerUnderTest server) {
        try (TestRealm realm = server.freshRealm()) {
            SchoolFiles files = SchoolFiles.of(realm);
            files.run("", "uai;name\n0560090J;École\n0560091K;Collège\n");

            assertThat(warning(files, "warning-no-head")).contains("2", "0560090J, 0560091K");
            assertThat(warning(files, "warning-school-client")).contains("pronote-{uai}", "0560090J");
            aPerson().officiallyIn("0560091K_DIR").in(realm);
            assertThat(warning(files, "warning-no-head")).contains("0560090J").doesNotContain("0560091K");
            files.run("", "uai;name;closed\n0560090J;École;oui\n");
            assertThat(warning(files, "warning-no-head")).isEmpty();
        }
    }

    private static String warning(SchoolFiles files, String code) {
        for (JsonNode warning : files.api().get("/status").expect(200).json().get("warnings")) {
            if (warning.get("code").asText().equals(code)) {
                return warning.get("errorMessage").asText();
            }
        }
        return "";
    }
}
