package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** A head who tries out identifiers and ids instead of searching. */
@ExtendWith(RelaisServer.class)
class ProbingIT {

    private TestRealm realm;
    private Manager head;

    /** What a person has used up is kept by person: each test has its own. */
    @BeforeEach
    void a_realm_of_its_own(TestRealm shared) {
        realm = shared.server().freshRealm();
        head = Manager.head(realm);
        AcademySettings.of(realm).set("searchesPerMinute", "5");
    }

    @AfterEach
    void close() {
        realm.close();
    }

    @Test
    void identifiers_count_like_searches() {
        head.change(GROUP, aChange().addingIdentifiers(nobody(8))).expect(200);

        Answer more = head.change(GROUP, aChange().addingIdentifiers(nobody(1)));

        Refused.only(more, 429, "too-many-searches", null);
        assertThat(Integer.parseInt(more.header("Retry-After"))).isBetween(30, 60);
        Refused.only(head.api().get("/people?q=helene"), 429, "too-many-searches", null);
        realm.admin()
                .below("/relais")
                .post(
                        head.changes(GROUP),
                        aChange().addingIdentifiers(nobody(100)).body())
                .expect(200);
    }

    @Test
    void refused_lines_count_too_and_many_of_them_are_journalled_once() {
        for (int i = 0; i < 3; i++) {
            head.change(GROUP, aChange().addingIds(nobody(30))).expect(422);
        }
        head.api()
                .post(
                        "/groups/" + realm.groupId(GROUP) + "/managers",
                        Map.of(
                                "type",
                                "USER",
                                "principalId",
                                UUID.randomUUID().toString(),
                                "endsOn",
                                Days.in(10).toString()))
                .expect(400);

        Refused.only(head.api().get("/people?q=helene"), 429, "too-many-searches", null);
        assertThat(LedgerRows.of(realm).linesOf("LINES_REFUSED", realm.userId(HEAD)))
                .isEqualTo(List.of("{}"));
        assertThat(realm.admin()
                        .get("/relais/journal?action=LINES_REFUSED")
                        .expect(200)
                        .json()
                        .get("items"))
                .hasSize(1);
    }

    private static String[] nobody(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toArray(String[]::new);
    }
}
