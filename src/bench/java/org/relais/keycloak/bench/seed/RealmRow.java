package org.relais.keycloak.bench.seed;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * What the rows of an academy refer to in the realm the server has made.
 *
 * @param root id of the group under which the schools are
 * @param defaultRole id of the role everybody has
 */
record RealmRow(String id, String root, String defaultRole) {

    static RealmRow read(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select r.ID, g.ID, r.DEFAULT_ROLE from REALM r"
                        + " join KEYCLOAK_GROUP g on g.REALM_ID = r.ID and g.NAME = 'etablissements'")) {
            if (!row.next()) {
                throw new IllegalStateException("There is no realm with the group of the schools");
            }
            return new RealmRow(row.getString(1), row.getString(2), row.getString(3));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
