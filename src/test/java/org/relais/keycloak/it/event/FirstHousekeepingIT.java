package org.relais.keycloak.it.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.OtherTransaction;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.stub.MailServer;

/** Two nodes keep house of a new realm for the first time at the same moment: none has to begin anew. */
@ExtendWith(RelaisServer.class)
class FirstHousekeepingIT {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    RELAIS_SWEEP     | STARTED_AT | PHASE, THOROUGH, STARTED_AT, EXAMINED | 'DONE', false, 0, 0
                    RELAIS_INDEX     | STARTED_AT | STARTED_AT, COMPARED, WRITTEN         | 0, 0, 0
                    RELAIS_WATERMARK | AT         | READER, AT, PERSON_ID                 | 'directory', 0, ' '
                    RELAIS_REMINDER  | ENDS_AT    | DAYS, ENDS_AT, GRANT_ID               | 15, 0, ' '
                    """)
    void whoever_comes_second_goes_on_with_the_row_of_the_first(
            String table, String progress, String columns, String values, ServerUnderTest server) {
        Sql sql = Sql.of(server);
        try (TestRealm realm = server.freshRealm()) {
            remindOnceADay(realm);
            String realmId = LedgerRows.of(realm).realmId();
            awaitFirstReconciliation(sql, realmId);
            sql.change("delete from %s where REALM_ID = ?".formatted(table), realmId);

            CompletableFuture<Void> second;
            try (OtherTransaction first = OtherTransaction.on(server)) {
                first.execute(
                        "insert into %s (REALM_ID, %s) values (?, %s)".formatted(table, columns, values), realmId);
                second = CompletableFuture.runAsync(() -> Housekeeping.run(server));
                first.awaitSomebodyWaiting();
                first.commit();
            }
            second.join();

            assertThat(sql.number("select max(%s) from %s where REALM_ID = ?".formatted(progress, table), realmId))
                    .isPositive();
        }
    }

    /** Reminders have their time of day, and a mail server. */
    private static void remindOnceADay(TestRealm realm) {
        MailServer.use(realm, 1);
        AcademySettings.of(realm).set("reminderDays", "15");
        realm.server().clock().ahead(Days.untilNoonOf(Days.in(1)));
    }

    /** The index of a new realm is reconciled at once, beside everything else. */
    private static void awaitFirstReconciliation(Sql sql, String realmId) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> sql.number(
                                "select count(*) from RELAIS_INDEX where REALM_ID = ? and ENDED_AT is not null",
                                realmId)
                        == 1);
    }
}
