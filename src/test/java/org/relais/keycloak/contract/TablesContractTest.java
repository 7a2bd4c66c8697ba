package org.relais.keycloak.contract;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Test;

/** The tables that the changelog makes: scripts, reports and backups of others read them. */
class TablesContractTest {

    @Test
    void columns_keys_and_indexes_are_those_that_databases_have() throws Exception {
        KeptCopy.in("tables.txt").isEqualTo(made());
    }

    private static List<String> made() throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:contract")) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            new Liquibase("META-INF/relais-changelog.xml", new ClassLoaderResourceAccessor(), database).update("");
            return Tables.of(connection);
        }
    }
}
