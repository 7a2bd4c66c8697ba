package org.relais.keycloak.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.keycloak.database.EntityDatabase;

/** How many delegations there are, in the databases a build can start. */
class ManagerStoreTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_000_000);
    private static final String H2 = "h2";
    private static final String POSTGRESQL = "postgresql";
    private static final Map<String, EntityDatabase> DATABASES = new HashMap<>();

    @BeforeAll
    static void start() throws IOException {
        DATABASES.put(H2, EntityDatabase.h2(ManagerEntity.class));
        DATABASES.put(POSTGRESQL, EntityDatabase.postgresql(ManagerEntity.class));
    }

    @AfterAll
    static void stop() throws IOException {
        for (EntityDatabase database : DATABASES.values()) {
            database.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {H2, POSTGRESQL})
    void delegations_that_hold_are_counted_no_further_than_is_asked(String kind) {
        EntityDatabase database = DATABASES.get(kind).cleared();
        for (int i = 0; i < 6; i++) {
            delegate(database, "delegate-" + i, NOW.toEpochMilli() + (i < 2 ? 0 : 1));
        }

        assertThat(database.<Long>inTransaction(em -> new ManagerStore(em).countOfGroup("group", NOW, 100)))
                .isEqualTo(4);
        assertThat(database.<Long>inTransaction(em -> new ManagerStore(em).countOfGroup("group", NOW, 3)))
                .isEqualTo(3);
        assertThat(database.<Long>inTransaction(em -> new ManagerStore(em).countOfGiver("realm", "giver", NOW, 100)))
                .isEqualTo(4);
        assertThat(database.<Long>inTransaction(em -> new ManagerStore(em).countOfGiver("realm", "other", NOW, 100)))
                .isZero();
    }

    private static void delegate(EntityDatabase database, String principal, long endsAt) {
        database.inTransaction(em -> {
            ManagerEntity manager = new ManagerEntity();
            manager.id = principal;
            manager.realmId = "realm";
            manager.groupId = "group";
            manager.principalType = PrincipalType.USER;
            manager.principalId = principal;
            manager.grantedBy = "giver";
            manager.endsAt = endsAt;
            new ManagerStore(em).add(manager);
            return true;
        });
    }
}
