package org.relais.keycloak.it.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.ManyPeople;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** However many grants wait, a minute reads some of them, and the next minute goes on. */
@ExtendWith(RelaisServer.class)
class PendingPassIT {

    private static final int MANY = 20_000;
    private static final int ROUNDS = 45;

    /** Of all realms together; the realms of other tests have next to none. */
    private static final long MOST_ROWS = 1_500;

    private TestRealm realm;
    private LedgerRows rows;

    @BeforeEach
    void a_realm_where_thousands_wait(ServerUnderTest server) {
        realm = server.freshRealm();
        rows = LedgerRows.of(realm);
        rows.manyPending(realm.groupId(GROUP), "nobody.", MANY, Days.endOf(Days.soon()));
        Housekeeping.run(server);
    }

    @AfterEach
    void close() {
        realm.close();
    }

    @Test
    void a_minute_reads_a_bounded_number_of_them() {
        long read = realm.server().statements().loadedDuring(() -> Housekeeping.run(realm.server()));

        assertThat(read).isLessThan(MOST_ROWS);
    }

    /** The time of its last change is long ago: the feed of new accounts does not hand it over. */
    @Test
    void the_pass_goes_on_from_where_it_stopped_and_comes_to_each_of_them() {
        ManyPeople.in(realm, "nobody.", 1);
        ManyPeople.in(realm, "last.", 1);
        String first = rows.grantOf(realm.groupId(GROUP), "nobody.1");
        String last = rows.pending(realm.groupId(GROUP), "last.1", Days.endOf(Days.soon()));
        Sql.of(realm.server()).change("update RELAIS_GRANT set ID = 'zzzz' where ID = ?", last);

        int round = 0;
        while (round < ROUNDS && !rows.grant("zzzz").status().equals("ACTIVE")) {
            Housekeeping.run(realm.server());
            round++;
        }

        assertThat(rows.grant("zzzz").status()).isEqualTo("ACTIVE");
        for (round = 0; round < ROUNDS && !rows.grant(first).status().equals("ACTIVE"); round++) {
            Housekeeping.run(realm.server());
        }
        assertThat(rows.grant(first).status()).isEqualTo("ACTIVE");
    }

    @Test
    void an_account_that_no_event_announced_gets_its_access_in_the_next_minute_however_many_wait() {
        String grant = rows.pending(realm.groupId(GROUP), "new.1", Days.endOf(Days.soon()));
        ManyPeople.in(realm, "new.", 1);
        Sql.of(realm.server())
                .change(
                        "update USER_ENTITY set LAST_MODIFIED_TIMESTAMP = ? where USERNAME = 'new.1' and REALM_ID = ?",
                        System.currentTimeMillis() - Duration.ofSeconds(1).toMillis(),
                        rows.realmId());

        Housekeeping.run(realm.server());

        assertThat(rows.grant(grant).status()).isEqualTo("ACTIVE");
    }
}
