package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.ManyPeople;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.OtherTransaction;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** The last day of the school year: thousands of grants end at the same midnight. */
@ExtendWith(RelaisServer.class)
class ExpiryOfManyIT {

    private static final int MANY = 2_000;
    private static final int MOST_IN_ONE_TRANSACTION = 100;

    @Test
    void two_nodes_clean_up_thousands_in_small_transactions_and_each_grant_once(TestRealm realm) {
        ServerUnderTest server = realm.server();
        String group = realm.groupId(GROUP);
        ManyPeople.in(realm, "many", MANY).joining(group).withGrantsUntil(group, aSecondAgo());
        String last = grants(realm, group, "ACTIVE").get(MANY - 1);

        List<CompletableFuture<Void>> nodes;
        try (OtherTransaction held = OtherTransaction.on(server).holdingGrant(last)) {
            nodes = List.of(housekeeping(server), housekeeping(server));
            held.awaitSomebodyWaiting();
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> grants(realm, group, "ACTIVE").size() <= MOST_IN_ONE_TRANSACTION);
            assertThat(grants(realm, group, "ACTIVE")).contains(last);
        }
        nodes.forEach(CompletableFuture::join);

        assertThat(grants(realm, group, "ENDED")).hasSize(MANY);
        assertThat(endings(server, group)).isEqualTo(MANY);
        assertThat(members(server, group)).isZero();
        assertThat(Sql.of(server)
                        .number(
                                "select count(*) from RELAIS_GRANT where GROUP_ID = ? and END_CAUSE = 'EXPIRED'",
                                group))
                .isEqualTo(MANY);
    }

    @Test
    void a_grant_whose_group_or_person_is_gone_ends_too(TestRealm realm) {
        ServerUnderTest server = realm.server();
        String group = realm.groupId("0359001U_AED");
        ManyPeople.in(realm, "gone", 6).joining(group).withGrantsUntil(group, aSecondAgo());
        List<String> grants = grants(realm, group, "ACTIVE");
        Sql sql = Sql.of(server);
        sql.change("update RELAIS_GRANT set GROUP_ID = 'no-such-group' where ID = ?", grants.get(0));
        sql.change("update RELAIS_GRANT set USER_ID = 'no-such-person' where ID = ?", grants.get(1));

        Housekeeping.run(server);

        assertThat(sql.texts(
                        "select distinct END_CAUSE from RELAIS_GRANT where ID = any(string_to_array(?, ','))",
                        String.join(",", grants)))
                .containsExactly("EXPIRED");
    }

    @Test
    void a_grant_that_resists_does_not_hold_up_the_others(TestRealm realm) {
        ServerUnderTest server = realm.server();
        String group = realm.groupId("0359001U_ASH");
        ManyPeople.in(realm, "bad", 20).joining(group).withGrantsUntil(group, aSecondAgo());
        String bad = grants(realm, group, "ACTIVE").get(7);

        try (ResistingRow row = ResistingRow.grant(server, bad)) {
            Housekeeping.run(server);

            assertThat(grants(realm, group, "ACTIVE")).containsExactly(row.id());
            assertThat(members(server, group)).isEqualTo(1);
            assertThat(endings(server, group)).isEqualTo(19);
        }
        Housekeeping.run(server);

        assertThat(grants(realm, group, "ACTIVE")).isEmpty();
        assertThat(members(server, group)).isZero();
    }

    /** A grant the database refuses to change. */
    private record ResistingRow(Sql sql, String id) implements AutoCloseable {

        static ResistingRow grant(ServerUnderTest server, String id) {
            Sql sql = Sql.of(server);
            sql.change("create function resist() returns trigger language plpgsql as"
                    + " 'begin raise exception ''this row resists''; end'");
            sql.change("create trigger resist before update on RELAIS_GRANT for each row when (old.ID = '" + id
                    + "') execute function resist()");
            return new ResistingRow(sql, id);
        }

        @Override
        public void close() {
            sql.change("drop trigger resist on RELAIS_GRANT");
            sql.change("drop function resist()");
        }
    }

    private static CompletableFuture<Void> housekeeping(ServerUnderTest server) {
        return CompletableFuture.runAsync(() -> Housekeeping.run(server));
    }

    private static long aSecondAgo() {
        return Instant.now().minusSeconds(1).toEpochMilli();
    }

    private static List<String> grants(TestRealm realm, String group, String status) {
        return Sql.of(realm.server())
                .texts(
                        "select ID from RELAIS_GRANT where GROUP_ID = ? and STATUS = ? order by ENDS_AT, ID",
                        group,
                        status);
    }

    private static long endings(ServerUnderTest server, String group) {
        return Sql.of(server)
                .number("select count(*) from RELAIS_JOURNAL where GROUP_ID = ? and ACTION = 'ENDED'", group);
    }

    private static long members(ServerUnderTest server, String group) {
        return Sql.of(server).number("select count(*) from USER_GROUP_MEMBERSHIP where GROUP_ID = ?", group);
    }
}
