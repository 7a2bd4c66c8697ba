package org.relais.keycloak.it.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.SchoolFiles;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** Schools come from a file: first told, then done, and nothing more the second time. */
@ExtendWith(RelaisServer.class)
class SchoolImportIT {

    private static TestRealm realm;
    private static SchoolFiles files;

    @BeforeAll
    static void an_administrator_has_files(TestRealm fresh) {
        realm = fresh;
        files = SchoolFiles.of(realm);
    }

    @Test
    void a_dry_run_tells_all_and_changes_nothing() {
        String before = files.api().get("/schools?max=100").text();

        JsonNode plan = files.dryRun("uai;name;type\n0359001U;Collège des Bruyères;CLG\n0359002V;Lycée du Large;LYC\n"
                + "0560100A;École neuve;ECOLE\n35;Court;CLG\n0560100A;Encore;ECOLE\n");

        assertThat(plan.get("created").asInt()).isEqualTo(1);
        assertThat(plan.get("changed").asInt()).isEqualTo(1);
        assertThat(plan.get("unchanged").asInt()).isEqualTo(1);
        assertThat(plan.get("refused").asInt()).isEqualTo(2);
        assertThat(plan.get("groups").asInt()).isEqualTo(8);
        assertThat(plan.get("steps").findValuesAsText("uai")).containsExactly("0359002V", "0560100A");
        assertThat(plan.at("/steps/0/changed/0").asText()).isEqualTo("name");
        assertThat(plan.get("refusedLines").findValuesAsText("line")).containsExactly("5", "6");
        assertThat(plan.at("/refusedLines/1/error/errorMessage").asText()).contains("0560100A", "4");
        assertThat(plan.get("warnings").findValuesAsText("line")).containsExactly("4");
        assertThat(plan.has("started")).isFalse();
        assertThat(files.api().get("/schools?max=100").text()).isEqualTo(before);
    }

    @Test
    void an_import_creates_schools_with_their_groups_and_a_second_one_changes_nothing() {
        String file = "uai;name;type\n0560010Z;Collège Neuf;CLG\n0560011A;Lycée Neuf;LYC\n";

        JsonNode first = files.run("", file);
        JsonNode second = files.send("", file).expect(200).json();

        assertThat(first.get("created").asInt()).isEqualTo(2);
        assertThat(first.get("groups").asInt()).isEqualTo(16);
        assertThat(first.at("/startedBy/id").asText()).isNotBlank();
        assertThat(first.get("failed")).isEmpty();
        assertThat(second.get("unchanged").asInt()).isEqualTo(2);
        assertThat(second.get("groups").asInt()).isZero();
        assertThat(second.at("/started/total").asInt()).isZero();
        assertThat(second.at("/started/finishedAt").asText()).isNotBlank();
        JsonNode school = realm.admin()
                .get("/group-by-path/etablissements/0560010Z")
                .expect(200)
                .json();
        assertThat(school.get("description").asText()).isEqualTo("Collège Neuf");
        assertThat(school.at("/attributes/type/0").asText()).isEqualTo("CLG");
        assertThat(school.get("subGroupCount").asInt()).isEqualTo(8);
        realm.admin()
                .post(
                        "/groups/" + realm.groupId("0560010Z_AES") + "/children",
                        Map.of("name", "known-to-the-stock-console"))
                .expect(201);
    }

    @Test
    void the_groups_of_an_import_take_accesses_at_once() {
        files.run("", "uai;name;type\n0560020K;Collège;CLG\n");
        String group = realm.groupId("0560020K_AES");

        JsonNode given = files.api()
                .post(
                        "/groups/" + group + "/changes",
                        aChange().adding(aPerson().in(realm)).body())
                .expect(200)
                .json();

        assertThat(given.at("/granted/0/uai").asText()).isEqualTo("0560020K");
    }

    @Test
    void a_school_that_has_closed_is_marked_and_takes_no_new_accesses() {
        TestProfiles.of(realm).allowUntil(Days.in(300), "AES");
        files.run("", "uai;name;type\n0560030W;Collège;CLG\n");
        String changes = "/groups/" + realm.groupId("0560030W_AES") + "/changes";
        JsonNode grant = files.api()
                .post(
                        changes,
                        aChange().adding(aPerson().in(realm)).until(Days.in(3)).body())
                .expect(200)
                .json()
                .at("/granted/0");

        JsonNode closing = files.run("", "uai;name;type;closed\n0560030W;Collège;CLG;oui\n");

        assertThat(closing.get("changed").asInt()).isEqualTo(1);
        assertThat(files.api()
                        .get("/schools?q=0560030W")
                        .json()
                        .at("/items/0/closed")
                        .asBoolean())
                .isTrue();
        Refused.only(
                files.api().post(changes, aChange().adding(aPerson().in(realm)).body()), 422, "school-closed", null);
        String path = "/grants/" + grant.get("id").asText();
        Refused.only(files.api().patch(path, Map.of("endsOn", Days.in(5).toString())), 422, "school-closed", null);
        files.api().patch(path, Map.of("endsOn", Days.in(1).toString())).expect(200);

        files.run("", "uai;name;type;closed\n0560030W;Collège;CLG;non\n");
        files.api().post(changes, aChange().adding(aPerson().in(realm)).body()).expect(200);
    }

    @Test
    void schools_not_in_a_whole_file_are_closed_only_when_that_is_asked_for(ServerUnderTest server) {
        try (TestRealm other = server.freshRealm()) {
            SchoolFiles own = SchoolFiles.of(other);
            String file = "uai;name;type\n0359001U;Collège des Bruyères;CLG\n";

            assertThat(own.send("dryRun=true&closeMissing=true", file + "0359002V;=1+1;LYC\n")
                            .expect(200)
                            .json()
                            .get("closed")
                            .asInt())
                    .as("a refused line is a line all the same")
                    .isEqualTo(1);
            assertThat(own.dryRun(file).get("closed").asInt()).isZero();
            assertThat(own.send("dryRun=true&closeMissing=true", file)
                            .expect(200)
                            .json()
                            .get("closed")
                            .asInt())
                    .isEqualTo(2);
            assertThat(own.run("closeMissing=true", file).get("changed").asInt())
                    .isEqualTo(2);
            assertThat(own.api().get("/schools").json().get("items").findValuesAsText("closed"))
                    .containsExactly("true", "false", "true");
        }
    }

    @Test
    void a_file_of_windows_is_read_as_it_was_meant() {
        byte[] file =
                "uai;nom;type\n0560040G;Collège Éric Tabarly – l’Île;CLG".getBytes(Charset.forName("windows-1252"));

        files.ended(files.send("groups=false", file).expect(200).json());

        JsonNode school = files.api().get("/schools?q=ile").expect(200).json().at("/items/0");
        assertThat(school.get("name").asText()).isEqualTo("Collège Éric Tabarly – l’Île");
        assertThat(school.get("groups").asInt()).isZero();
        assertThat(school.get("lacking").asInt()).isEqualTo(8);
    }

    @Test
    void the_imports_of_a_realm_go_with_it(ServerUnderTest server) {
        TestRealm other = server.freshRealm();
        LedgerRows rows = LedgerRows.of(other);
        String realmId = rows.realmId();
        SchoolFiles.of(other).run("", "uai;name\n0560110F;École\n");
        assertThat(rows.count("RELAIS_IMPORT", realmId)).isEqualTo(1);

        other.close();

        assertThat(rows.count("RELAIS_IMPORT", realmId)).isZero();
    }

    @Test
    void files_that_are_none_are_refused_in_words() {
        Refused.only(files.send("", ""), 400, "file-empty", null);
        Refused.only(files.send("", "nom;type\nA;B"), 400, "file-no-column", "uai");
        Refused.only(files.send("", new byte[] {'P', 'K', 3, 4, 0, 1}), 400, "file-binary", null);
        Refused.only(files.send("", "uai;name\n\"0359001U;x"), 400, "file-quotes", null);
        Refused.only(files.send("dryRun=yes", "uai;name\n"), 400, "not-one-of", "dryRun");
        Refused.only(
                files.api()
                        .sendBytes(
                                "POST", "/schools/import", "application/json", "{}".getBytes(StandardCharsets.UTF_8)),
                415,
                "wrong-file-type",
                "Content-Type");
        byte[] large = ("uai;name\n" + "0359001U;Collège\n".repeat(600_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(large.length).isGreaterThan(10_000_000);
        assertThat(files.send("", large).status()).isEqualTo(413);
    }
}
