package org.relais.keycloak.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A power cut in the middle of an import. */
@ExtendWith(RelaisServer.class)
class SchoolImportCrashIT {

    private static final int SCHOOLS = 200;

    @Test
    void an_import_goes_on_where_it_was(ServerUnderTest shared) {
        ServerUnderTest server = shared.expendable();
        try (TestRealm realm = server.freshRealm()) {
            SchoolFiles files = SchoolFiles.of(realm);
            JsonNode plan =
                    files.send("", SchoolFiles.openData(SCHOOLS)).expect(200).json();
            String id = plan.at("/started/id").asText();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> files.progress(id).get("done").asInt() >= 40);
            Refused.only(files.send("", "uai;name\n0560070M;École"), 409, "import-under-way", null);

            server.process().kill();
            server.restart();
            JsonNode halfway = files.progress(id);
            // Nobody asks for it: what the server does every minute takes the import up.
            JsonNode done = files.ended(plan);

            assertThat(halfway.get("done").asInt()).isBetween(40, SCHOOLS - 1);
            assertThat(done.get("created").asInt()).isEqualTo(SCHOOLS);
            assertThat(done.get("groups").asInt()).isEqualTo(SCHOOLS * 8);
            assertThat(Rows.of(server)
                            .number(
                                    "select count(*) from KEYCLOAK_GROUP g join REALM r on r.ID = g.REALM_ID"
                                            + " where r.NAME = ?",
                                    realm.name()))
                    .isEqualTo(1 + (SCHOOLS + 3) * 9L);
            assertThat(files.dryRun(SchoolFiles.openData(SCHOOLS))
                            .get("unchanged")
                            .asInt())
                    .isEqualTo(SCHOOLS);
        }
    }
}
