package org.relais.keycloak.it.school;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.SchoolFiles;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** A new profile needs a group in every school. */
@ExtendWith(RelaisServer.class)
class MissingGroupsIT {

    @Test
    void all_schools_get_the_groups_they_lack_but_those_that_have_closed(TestRealm realm) {
        SchoolFiles files = SchoolFiles.of(realm);
        TestProfiles.of(realm).create(TestProfiles.aProfile("CPE")).expect(201);
        files.run("groups=false", "uai;name;closed\n0299001B;Collège Penn-ar-Bed;oui\n");

        JsonNode plan = files.api()
                .post("/schools/missing-groups?dryRun=true", null)
                .expect(200)
                .json();
        JsonNode done = files.ended(
                files.api().post("/schools/missing-groups", null).expect(200).json());
        JsonNode again =
                files.api().post("/schools/missing-groups", null).expect(200).json();

        assertThat(plan.get("groups").asInt()).isEqualTo(2);
        assertThat(done.get("groups").asInt()).isEqualTo(2);
        assertThat(done.get("changed").asInt()).isZero();
        assertThat(again.get("groups").asInt()).isZero();
        assertThat(realm.admin()
                        .get("/group-by-path/etablissements/0359002V/0359002V_CPE")
                        .expect(200)
                        .json()
                        .at("/attributes/relais.profile/0")
                        .asText())
                .isEqualTo("CPE");
        realm.admin().get("/group-by-path/etablissements/0299001B/0299001B_CPE").expect(404);
    }

    @Test
    void those_created_together_name_the_group_that_manages_them(ServerUnderTest server) {
        try (TestRealm realm = server.freshRealm()) {
            SchoolFiles files = SchoolFiles.of(realm);
            files.run("groups=false", "uai;name\n0560050S;École\n");

            JsonNode created = files.api()
                    .post("/schools/0560050S/groups", null)
                    .expect(200)
                    .json();

            assertThat(created).anySatisfy(group -> {
                assertThat(group.get("name").asText()).isEqualTo("0560050S_AES");
                assertThat(group.at("/managers/0/name").asText()).contains("0560050S_DIR");
            });
        }
    }

    @Test
    void a_school_that_cannot_be_completed_does_not_hold_up_the_others(ServerUnderTest server) {
        try (TestRealm realm = server.freshRealm()) {
            SchoolFiles files = SchoolFiles.of(realm);
            String taken = realm.groupId("0359001U_DOC");
            realm.admin()
                    .put(
                            "/groups/" + taken,
                            Map.of(
                                    "id",
                                    taken,
                                    "name",
                                    "0359001U_DOC",
                                    "attributes",
                                    Map.of("relais.profile", List.of("x"))))
                    .expect(204);

            JsonNode done = files.run("", "uai;name\n0359001U;Nouveau nom\n0560050S;École\n");

            assertThat(done.get("created").asInt()).isEqualTo(1);
            assertThat(done.at("/failed/0/line").asInt()).isEqualTo(2);
            assertThat(done.at("/failed/0/subject").asText()).isEqualTo("0359001U");
            assertThat(done.at("/failed/0/error/code").asText()).isEqualTo("group-name-taken");
            assertThat(done.at("/failed/0/error/errorMessage").asText()).contains("0359001U_DOC", "DOC");
            assertThat(files.api()
                            .get("/schools?q=0359001U")
                            .json()
                            .at("/items/0/name")
                            .asText())
                    .isEqualTo("Collège des Bruyères");
        }
    }

    @Test
    void a_realm_without_schools_gets_its_root_with_the_first(ServerUnderTest server) {
        try (TestRealm bare = server.freshRealm()) {
            bare.admin().delete("/groups/" + bare.groupId("/etablissements")).expect(204);

            JsonNode done = SchoolFiles.of(bare).run("", "uai;name\n0560060C;École\n");

            assertThat(done.get("created").asInt()).isEqualTo(1);
            assertThat(bare.groupId("0560060C_AES")).isNotBlank();
        }
    }
}
