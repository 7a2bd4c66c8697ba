package org.relais.keycloak.it.matrix;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.TestRealm;

/**
 * All that a refused call must leave as it was, read from the database behind the server's back: ledger, journal, receipts,
 * delegations, groups, memberships and admin events of some realms. Delegations that are over are left out: housekeeping
 * forgets them at any time. So is the line in the journal that somebody has many requests refused.
 */
final class RealmSnapshot implements AutoCloseable {

    private static final List<String> QUERIES = List.of(
            "select 'grant ' || t::text from relais_grant t where realm_id in (%s)",
            "select 'journal ' || t::text from relais_journal t where realm_id in (%s) and action <> 'LINES_REFUSED'",
            "select 'receipt ' || t::text from relais_receipt t where realm_id in (%s)",
            "select 'manager ' || t::text from relais_manager t where realm_id in (%s)"
                    + " and ends_at > extract(epoch from now()) * 1000",
            "select 'group ' || t::text from keycloak_group t where realm_id in (%s)",
            "select 'membership ' || t::text from user_group_membership t join user_entity u on u.id = t.user_id"
                    + " where u.realm_id in (%s)",
            "select 'event ' || t.id from admin_event_entity t where resource_type like 'RELAIS%%'"
                    + " and realm_id in (%s)");

    private final Connection connection;
    private final String query;
    private final String[] realms;

    RealmSnapshot(ServerUnderTest server, TestRealm... realms) throws SQLException {
        this.connection = server.database();
        this.realms = Stream.of(realms).map(TestRealm::name).toArray(String[]::new);
        String ids = "select id from realm where name = any(?)";
        this.query = String.join(" union all ", QUERIES)
                        .formatted(QUERIES.stream().map(any -> ids).toArray()) + " order by 1";
    }

    /** Once no import of schools is under way: an earlier call may have begun one, and it goes on in the background. */
    List<String> read() {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(10))
                .pollDelay(Duration.ZERO)
                .until(() -> !isImporting());
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 1; i <= QUERIES.size(); i++) {
                statement.setArray(i, connection.createArrayOf("varchar", realms));
            }
            List<String> rows = new ArrayList<>();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isImporting() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select 1 from relais_import where active_key is not null and realm_id in"
                        + " (select id from realm where name = any(?))")) {
            statement.setArray(1, connection.createArrayOf("varchar", realms));
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
