package org.relais.keycloak.it.school;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.SchoolFiles;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** A whole academy: three thousand schools, thirty profiles. */
@ExtendWith(RelaisServer.class)
class LargeSchoolImportIT {

    private static final int SCHOOLS = 3_000;
    private static final int PROFILES = 30;

    @Test
    void an_academy_is_there_within_five_minutes_and_the_server_answers_meanwhile(TestRealm realm) {
        for (int i = 8; i < PROFILES; i++) {
            TestProfiles.of(realm).create(TestProfiles.aProfile("P" + i)).expect(201);
        }
        SchoolFiles files = SchoolFiles.of(realm);
        String file = SchoolFiles.openData(SCHOOLS);
        Instant start = Instant.now();

        JsonNode plan = files.send("", file).expect(200).json();
        List<Long> answers = answersDuring(realm, files, plan.at("/started/id").asText());
        Duration took = Duration.between(start, Instant.now());
        JsonNode done = files.ended(plan);

        assertThat(done.get("created").asInt()).isEqualTo(SCHOOLS);
        assertThat(done.get("groups").asInt()).isEqualTo(SCHOOLS * PROFILES);
        assertThat(done.get("failed")).isEmpty();
        assertThat(took).isLessThan(Duration.ofMinutes(5));
        assertThat(answers).as("milliseconds for the groups of a head").allMatch(it -> it < 3_000);
        JsonNode again = files.dryRun(file);
        assertThat(again.get("unchanged").asInt()).isEqualTo(SCHOOLS);
        assertThat(again.get("groups").asInt()).isZero();
    }

    /** Keycloak deletes the realm afterwards, and 90,000 groups, each looked for in other tables, take it minutes. */
    @AfterAll
    static void the_groups_go_at_once(TestRealm realm) {
        Sql.of(realm.server())
                .change("set session_replication_role = replica;"
                        + " delete from GROUP_ATTRIBUTE where GROUP_ID in (select ID from KEYCLOAK_GROUP where REALM_ID = '%1$s');"
                                .formatted(LedgerRows.of(realm).realmId())
                        + " delete from KEYCLOAK_GROUP where REALM_ID = '%1$s' and NAME like '%%\\_%%'"
                                .formatted(LedgerRows.of(realm).realmId()));
    }

    private static List<Long> answersDuring(TestRealm realm, SchoolFiles files, String importId) {
        List<Long> answers = new ArrayList<>();
        Awaitility.await()
                .atMost(Duration.ofMinutes(6))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    Api head = Manager.head(realm).api();
                    Instant asked = Instant.now();
                    head.get("/groups").expect(200);
                    answers.add(Duration.between(asked, Instant.now()).toMillis());
                    return files.progress(importId).hasNonNull("finishedAt");
                });
        return answers;
    }
}
