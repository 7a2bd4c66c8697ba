package org.relais.keycloak.bench.seed;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes an academy into an empty realm, behind the back of a server that does not run. */
public final class AcademySeeder {

    private final Connection connection;
    private final Academy academy;
    private final RealmRow realm;
    private final long now = System.currentTimeMillis();

    public AcademySeeder(Connection connection, Academy academy) {
        this.connection = connection;
        this.academy = academy;
        this.realm = RealmRow.read(connection);
    }

    public void write() throws SQLException {
        Grants grants = new Grants(academy);
        try (Statement statement = connection.createStatement()) {
            // Rows that refer to each other are all ours: PostgreSQL need not look each one up.
            statement.execute("set session_replication_role = replica");
            new Groups(connection, academy, realm, now).write();
            new Users(connection, academy, realm, now).write();
            try (CopyIn memberships =
                    new CopyIn(connection, "USER_GROUP_MEMBERSHIP", "USER_ID, GROUP_ID, MEMBERSHIP_TYPE")) {
                academy.staff()
                        .forEach(person -> person.schools()
                                .forEach(school -> memberships.row(
                                        person.id(), school.groupId(person.kind().function), "UNMANAGED")));
                grants.writeMemberships(memberships);
            }
            grants.write(connection, realm.id(), now);
            statement.execute("set session_replication_role = origin");
        }
    }
}
