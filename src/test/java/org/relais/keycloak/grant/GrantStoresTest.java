package org.relais.keycloak.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.keycloak.database.EntityDatabase;
import org.relais.keycloak.platform.PassEntity;
import org.relais.keycloak.platform.PassStore;

/** What is counted, and where a reader goes on, in the databases a build can start. */
class GrantStoresTest {

    private static final Instant NOW = Instant.ofEpochMilli(1_000_000);
    private static final long LATER = 2_000_000;
    private static final String H2 = "h2";
    private static final String POSTGRESQL = "postgresql";
    private static final Class<?>[] ENTITIES = {GrantEntity.class, PassEntity.class};
    private static final Map<String, EntityDatabase> DATABASES = new HashMap<>();

    @BeforeAll
    static void start() throws IOException {
        DATABASES.put(H2, EntityDatabase.h2(ENTITIES));
        DATABASES.put(POSTGRESQL, EntityDatabase.postgresql(ENTITIES));
    }

    @AfterAll
    static void stop() throws IOException {
        for (EntityDatabase database : DATABASES.values()) {
            database.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {H2, POSTGRESQL})
    void the_grants_of_a_group_are_counted_by_status_and_no_further_than_is_asked(String kind) {
        EntityDatabase database = DATABASES.get(kind).cleared();
        give(database, 3, GrantStatus.PENDING, LATER);
        give(database, 2, GrantStatus.ACTIVE, LATER);
        give(database, 4, GrantStatus.PENDING, NOW.toEpochMilli());

        assertThat(database.<Map<GrantStatus, Long>>inTransaction(
                        em -> new GrantListStore(em).countRunning("group", NOW, 100)))
                .isEqualTo(Map.of(GrantStatus.PENDING, 3L, GrantStatus.ACTIVE, 2L));
        assertThat(database
                        .<Map<GrantStatus, Long>>inTransaction(
                                em -> new GrantListStore(em).countRunning("group", NOW, 4))
                        .values()
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {H2, POSTGRESQL})
    void what_a_giver_has_waiting_is_counted_no_further_than_is_asked(String kind) {
        EntityDatabase database = DATABASES.get(kind).cleared();
        give(database, 7, GrantStatus.PENDING, LATER);
        give(database, 7, GrantStatus.ACTIVE, LATER);

        assertThat(database.<Long>inTransaction(
                        em -> new GrantListStore(em).countPendingOf("realm", "giver", NOW, 100)))
                .isEqualTo(7);
        assertThat(database.<Long>inTransaction(em -> new GrantListStore(em).countPendingOf("realm", "giver", NOW, 5)))
                .isEqualTo(5);
        assertThat(database.<Long>inTransaction(em -> new GrantListStore(em).countPendingOf("realm", "other", NOW, 5)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {H2, POSTGRESQL})
    void pages_of_grants_that_end_at_the_same_moment_follow_one_another(String kind) {
        EntityDatabase database = DATABASES.get(kind).cleared();
        give(database, 25, GrantStatus.PENDING, LATER);
        GrantFilter all = new GrantFilter(null, null, null, null, null, null);
        List<String> byEnd = new ArrayList<>();
        List<String> byId = new ArrayList<>();

        for (GrantPosition at = GrantPosition.FIRST; at != null; ) {
            GrantPosition from = at;
            List<Grant> page = database.inTransaction(em -> new GrantListStore(em).search("realm", all, NOW, from, 10));
            page.forEach(grant -> byEnd.add(grant.id()));
            at = page.isEmpty() ? null : GrantPosition.of(page.get(page.size() - 1));
        }
        for (List<Grant> page = page(database, null); !page.isEmpty(); ) {
            page.forEach(grant -> byId.add(grant.id()));
            page = page(database, page.get(page.size() - 1).id());
        }

        assertThat(byEnd).hasSize(25).doesNotHaveDuplicates().isEqualTo(byId);
    }

    @ParameterizedTest
    @ValueSource(strings = {H2, POSTGRESQL})
    void a_pass_goes_on_where_it_was_told_until_it_begins_anew(String kind) {
        EntityDatabase database = DATABASES.get(kind).cleared();
        assertThat(place(database)).isEmpty();

        database.inTransaction(em -> {
            new PassStore(em).keep("realm", "pass", "here");
            return true;
        });
        database.inTransaction(em -> {
            new PassStore(em).keep("realm", "pass", "there");
            return true;
        });
        assertThat(place(database)).containsExactly("there");

        database.inTransaction(em -> {
            new PassStore(em).forget("realm", "pass");
            return true;
        });
        assertThat(place(database)).isEmpty();
    }

    private static List<String> place(EntityDatabase database) {
        return database.inTransaction(
                em -> new PassStore(em).place("realm", "pass").stream().toList());
    }

    private static List<Grant> page(EntityDatabase database, String after) {
        return database.inTransaction(em -> new PendingGrantStore(em).page("realm", after, 10));
    }

    private static void give(EntityDatabase database, int count, GrantStatus status, long endsAt) {
        database.inTransaction(em -> {
            for (int i = 0; i < count; i++) {
                GrantEntity grant = new GrantEntity();
                grant.id = UUID.randomUUID().toString();
                grant.realmId = "realm";
                grant.schoolId = "school";
                grant.groupId = "group";
                grant.grantedBy = "giver";
                grant.endsAt = endsAt;
                grant.awaitFor("somebody." + grant.id);
                grant.status = status;
                em.persist(grant);
            }
            return true;
        });
    }
}
