package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;
import static org.relais.keycloak.it.support.people.DemoNames.TEACHER;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.ManyPeople;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** The night of 31 August: ten thousand accesses of a realm end at once, and people go on signing in. */
@ExtendWith(RelaisServer.class)
class SchoolYearEndIT {

    private static final int ALL = 10_000;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration LONGEST_SIGN_IN = Duration.ofSeconds(5);

    @Test
    void ten_thousand_accesses_end_within_a_minute_while_people_sign_in(TestRealm realm) {
        ServerUnderTest server = realm.server();
        Sql sql = Sql.of(server);
        String group = realm.groupId(GROUP);
        long end = Instant.now().minusSeconds(1).toEpochMilli();
        ManyPeople.in(realm, "august", ALL).joining(group).withGrantsUntil(group, end);
        sql.change("analyze");

        Instant start = Instant.now();
        List<CompletableFuture<Void>> nodes = List.of(
                CompletableFuture.runAsync(() -> Housekeeping.run(server)),
                CompletableFuture.runAsync(() -> Housekeeping.run(server)));
        Duration slowest = Duration.ZERO;
        while (active(sql, group) > 0 && Instant.now().isBefore(start.plus(LONGEST))) {
            Instant before = Instant.now();
            assertThat(realm.signIn(TEACHER, PRONOTE).groups()).containsExactly("0359001U_ENS");
            Duration taken = Duration.between(before, Instant.now());
            slowest = taken.compareTo(slowest) > 0 ? taken : slowest;
        }

        assertThat(active(sql, group)).isZero();
        assertThat(slowest).isLessThan(LONGEST_SIGN_IN);
        assertThat(sql.number("select count(*) from USER_GROUP_MEMBERSHIP where GROUP_ID = ?", group))
                .isZero();
        assertThat(sql.number("select count(*) from RELAIS_JOURNAL where GROUP_ID = ? and ACTION = 'ENDED'", group))
                .isEqualTo(ALL);
        nodes.forEach(CompletableFuture::join);
        Awaitility.await().atMost(Duration.ofMinutes(3)).until(() -> {
            Housekeeping.run(server);
            return sql.number(
                            "select count(*) from RELAIS_SIGN_OFF where REALM_ID = ?",
                            LedgerRows.of(realm).realmId())
                    == 0;
        });
    }

    private static long active(Sql sql, String group) {
        return sql.number("select count(*) from RELAIS_GRANT where GROUP_ID = ? and STATUS = 'ACTIVE'", group);
    }
}
