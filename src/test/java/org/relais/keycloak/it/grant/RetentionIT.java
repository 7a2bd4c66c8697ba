package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.stub.MailServer;

/** What is old is deleted, and nothing else. */
@ExtendWith(RelaisServer.class)
class RetentionIT {

    private static final int MANY = 1_200;

    private TestRealm realm;
    private Sql sql;
    private String realmId;

    @BeforeEach
    void a_realm_of_its_own(ServerUnderTest server) {
        realm = server.freshRealm();
        TestProfiles.of(realm).allowUntil(Days.in(300), "AES");
        sql = Sql.of(server);
        realmId = LedgerRows.of(realm).realmId();
    }

    @AfterEach
    void close() {
        realm.close();
    }

    @Test
    void the_journal_is_kept_for_a_year_unless_the_academy_says_otherwise() {
        Manager.head(realm).give(GROUP, aPerson().in(realm), Days.soon());
        long now = count("RELAIS_JOURNAL");
        assertThat(now).isPositive();
        old(MANY);

        run(Duration.ofDays(0));
        assertThat(count("RELAIS_JOURNAL")).isEqualTo(now);
        run(Duration.ofDays(364));
        assertThat(count("RELAIS_JOURNAL")).isGreaterThanOrEqualTo(now);
        AcademySettings.of(realm).set("journalDays", "30");
        run(Duration.ofDays(32));

        assertThat(sql.number("select count(*) from RELAIS_JOURNAL where REALM_ID = ? and ACTION = 'GIVEN'", realmId))
                .isZero();
    }

    @Test
    void a_grant_goes_as_long_after_its_end_as_the_journal_and_never_while_it_runs() {
        JsonNode ended = Manager.head(realm).give(GROUP, aPerson().in(realm), Days.soon());
        JsonNode running = Manager.head(realm).give(GROUP, aPerson().in(realm), Days.in(200));
        Manager.head(realm).end(ended).expect(200);
        AcademySettings.of(realm).set("journalDays", "30");

        run(Duration.ofDays(29));
        assertThat(exists(ended)).isTrue();
        run(Duration.ofDays(31));

        assertThat(exists(ended)).isFalse();
        assertThat(exists(running)).isTrue();
    }

    @Test
    void what_was_mailed_is_known_for_a_month() {
        try (MailServer mails = MailServer.start().serving(realm)) {
            TestPerson person = aPerson().in(realm);
            Manager.head(realm).give(GROUP, person, Days.in(100));
            mails.onlyOneTo(realm, person.email());

            run(Duration.ofDays(29));
            assertThat(count("RELAIS_NOTICE")).isEqualTo(1);
            run(Duration.ofDays(31));

            assertThat(count("RELAIS_NOTICE")).isZero();
        }
    }

    /** Lines from two years ago. */
    private void old(int lines) {
        sql.change(
                "insert into RELAIS_JOURNAL (ID, REALM_ID, AT, ACTOR, ACTION, DETAILS)"
                        + " select gen_random_uuid()::text, ?, ? + n, 'somebody', 'JOINED', '{}'"
                        + " from generate_series(1, ?) n",
                realmId,
                Days.endOf(Days.today().minusYears(2)),
                lines);
    }

    private void run(Duration ahead) {
        realm.server().clock().ahead(ahead);
        Housekeeping.run(realm.server());
    }

    private long count(String table) {
        return LedgerRows.of(realm).count(table, realmId);
    }

    private boolean exists(JsonNode grant) {
        return sql.number(
                        "select count(*) from RELAIS_GRANT where ID = ?",
                        grant.get("id").asText())
                == 1;
    }
}
