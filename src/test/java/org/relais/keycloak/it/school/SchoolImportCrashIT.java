package org.relais.keycloak.it.school;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.server.OtherTransaction;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.SchoolFiles;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** A power cut in the middle of an import. */
@ExtendWith(RelaisServer.class)
class SchoolImportCrashIT {

    private static final int SCHOOLS = 200;

    /** The import cannot get over this one before the cut: it has done all batches before its own. */
    private static final int IN_THE_WAY = 50;

    private static final int DONE = 40;

    @Test
    void an_import_goes_on_where_it_was(ServerUnderTest shared) {
        ServerUnderTest server = shared.expendable();
        try (TestRealm realm = server.freshRealm()) {
            SchoolFiles files = SchoolFiles.of(realm);
            JsonNode plan;
            try (OtherTransaction inTheWay = OtherTransaction.on(server)) {
                inTheWay.execute(
                        "insert into KEYCLOAK_GROUP (ID, NAME, PARENT_GROUP, REALM_ID)"
                                + " select ?, ?, g.PARENT_GROUP, g.REALM_ID from KEYCLOAK_GROUP g where g.ID = ?",
                        UUID.randomUUID().toString(),
                        SchoolFiles.uai(IN_THE_WAY),
                        realm.groupId("/etablissements/0359001U"));
                plan = files.send("", SchoolFiles.openData(SCHOOLS)).expect(200).json();
                inTheWay.awaitSomebodyWaiting();
                assertThat(files.progress(plan.at("/started/id").asText())
                                .get("done")
                                .asInt())
                        .isEqualTo(DONE);
                Refused.only(files.send("", "uai;name\n0560070M;École"), 409, "import-under-way", null);
                server.process().kill();
            }
            assertThat(schools(realm)).isEqualTo(3 + DONE);
            server.restart();
            // Nobody asks for it: what the server does every minute takes the import up.
            JsonNode done = files.ended(plan);

            assertThat(done.get("created").asInt()).isEqualTo(SCHOOLS);
            assertThat(done.get("groups").asInt()).isEqualTo(SCHOOLS * 8);
            assertThat(schools(realm)).isEqualTo(3 + SCHOOLS);
            assertThat(files.dryRun(SchoolFiles.openData(SCHOOLS))
                            .get("unchanged")
                            .asInt())
                    .isEqualTo(SCHOOLS);
        }
    }

    /** Each with all its groups, and nothing else beside them. */
    private static long schools(TestRealm realm) {
        long groups = Sql.of(realm.server())
                .number(
                        "select count(*) from KEYCLOAK_GROUP g join REALM r on r.ID = g.REALM_ID where r.NAME = ?",
                        realm.name());
        assertThat((groups - 1) % 9).isZero();
        return (groups - 1) / 9;
    }
}
