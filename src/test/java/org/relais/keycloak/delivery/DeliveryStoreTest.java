package org.relais.keycloak.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.keycloak.database.EntityDatabase;
import org.relais.keycloak.delivery.DeliveryStore.DeliveryRequest;
import org.relais.keycloak.delivery.reconciliation.ReconciliationEntity;
import org.relais.keycloak.delivery.reconciliation.ReconciliationStore;
import org.relais.keycloak.delivery.target.DeliveryError;

/** The queue, in the databases a build can start. */
class DeliveryStoreTest {

    private static final String MOODLE = "a-moodle";
    private static final long NOW = 1_000_000;
    private static final long LEASE = NOW + 60_000;

    private static final String H2 = "h2";
    private static final String POSTGRESQL = "postgresql";
    private static final Class<?>[] ENTITIES = {
        DeliveryEntity.class, RemoteStateEntity.class, ReconciliationEntity.class
    };
    private static final Map<String, EntityDatabase> DATABASES = new HashMap<>();

    private EntityDatabase database;

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
    void what_is_asked_for_twice_waits_once_since_the_first_time(String kind) {
        database = DATABASES.get(kind).cleared();
        request(NOW, people(120));
        request(NOW + 5, people(120));

        List<DeliveryEntity> taken = take(NOW + 10, 200);

        assertThat(taken).hasSize(120).allMatch(row -> row.requestedAt == NOW && row.nextAt == NOW + 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {H2, POSTGRESQL})
    void what_one_has_taken_no_other_takes_before_the_lease_is_over(String kind) {
        database = DATABASES.get(kind).cleared();
        request(NOW, people(3));

        assertThat(take(NOW, 2)).hasSize(2);
        assertThat(take(NOW, 2)).hasSize(1);
        assertThat(take(NOW, 2)).isEmpty();
        assertThat(take(LEASE, 9)).hasSize(3);
    }

    /** H2 locks more rows than it returns: there the last one comes a moment later. */
    @ParameterizedTest
    @ValueSource(strings = {H2, POSTGRESQL})
    void rows_that_another_is_taking_are_passed_over_and_not_waited_for(String kind) {
        database = DATABASES.get(kind).cleared();
        request(NOW, people(4));
        List<DeliveryEntity> taken = new ArrayList<>();
        try (EntityManager other = database.open()) {
            taken.addAll(new LeaseStore(other).lease(MOODLE, NOW, LEASE, 3));
            assertThat(taken).hasSize(3);
            taken.addAll(take(NOW, 9));
            other.getTransaction().commit();
        }
        assertThat(taken).hasSize(kind.equals(H2) ? 3 : 4);

        taken.addAll(take(NOW, 9));
        assertThat(taken).extracting(row -> row.userId).containsExactlyInAnyOrderElementsOf(people(4));
    }

    @ParameterizedTest
    @ValueSource(strings = {H2, POSTGRESQL})
    void a_row_goes_only_if_nobody_asked_again_meanwhile(String kind) {
        database = DATABASES.get(kind).cleared();
        request(NOW, people(2));
        Map<String, Long> revisions =
                take(NOW, 2).stream().collect(Collectors.toMap(row -> row.userId, row -> row.revision));
        request(NOW + 1, List.of("p-1"));
        assertThat(take(NOW + 1, 9)).as("still in the hands of the first").isEmpty();

        inLeases(store -> {
            store.lock(MOODLE, revisions.keySet());
            store.done(MOODLE, revisions);
        });

        assertThat(take(NOW + 1, 9)).extracting(row -> row.userId).containsExactly("p-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {H2, POSTGRESQL})
    void what_failed_waits_unless_it_was_asked_for_again_or_is_hurried(String kind) {
        database = DATABASES.get(kind).cleared();
        request(NOW, people(2));
        List<DeliveryEntity> rows = take(NOW, 2);
        request(NOW + 1, List.of("p-1"));

        inLeases(store -> rows.forEach(row -> store.failed(row, row.attempts + 1, DeliveryError.BROKEN, NOW + 50_000)));

        List<DeliveryEntity> again = take(NOW + 1, 9);
        assertThat(again).extracting(row -> row.userId).containsExactly("p-1");
        assertThat(again).extracting(row -> row.lastError).containsExactly("broken");

        inStore(store -> assertThat(store.retryNow(MOODLE, NOW + 2)).isEqualTo(1));
        assertThat(take(NOW + 2, 9)).extracting(row -> row.userId).containsExactly("p-0");
    }

    @ParameterizedTest
    @ValueSource(strings = {H2, POSTGRESQL})
    void the_targets_that_wait_are_found_one_by_one(String kind) {
        database = DATABASES.get(kind).cleared();
        request(NOW, people(2));
        inStore(store -> store.request("realm", List.of(new DeliveryRequest("b-webhook", "p-0")), NOW));

        database.inTransaction(em -> {
            LeaseStore store = new LeaseStore(em);
            assertThat(store.nextTarget("").orElseThrow().targetId()).isEqualTo(MOODLE);
            assertThat(store.nextTarget(MOODLE).orElseThrow().targetId()).isEqualTo("b-webhook");
            assertThat(store.nextTarget("b-webhook")).isEmpty();
            assertThat(new QueueStore(em).queue(MOODLE).orElseThrow().waiting()).isEqualTo(2);
            return null;
        });
        inStore(store -> store.removeTarget(MOODLE));
        assertThat(take(NOW, 9)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {H2, POSTGRESQL})
    void a_target_is_silent_until_the_next_try_and_the_queue_tells_when_those_who_failed_are_tried(String kind) {
        database = DATABASES.get(kind).cleared();
        request(NOW, people(4));
        List<DeliveryEntity> rows = take(NOW, 3);
        inLeases(store -> {
            store.failed(rows.get(0), 1, DeliveryError.MOODLE_NO_MAIL, NOW + 10);
            store.failed(rows.get(1), 0, DeliveryError.UNREACHABLE, NOW + 20);
            store.failed(rows.get(2), 0, DeliveryError.UNREACHABLE, NOW + 30);
        });

        database.inTransaction(em -> {
            QueueStore queue = new QueueStore(em);
            assertThat(queue.outages(List.of(MOODLE), NOW))
                    .containsExactly(new QueueStore.Outage(MOODLE, NOW + 20, "unreachable"));
            assertThat(queue.outages(List.of(MOODLE), NOW + 30)).isEmpty();
            QueueStore.Queue whole = queue.queue(MOODLE).orElseThrow();
            assertThat(whole.nextAt()).isEqualTo(NOW);
            assertThat(whole.retryAt()).isEqualTo(NOW + 10);
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {H2, POSTGRESQL})
    void whoever_was_told_meanwhile_or_waits_is_not_asked_for_again(String kind) {
        database = DATABASES.get(kind).cleared();
        database.inTransaction(em -> {
            RemoteStateStore remoteStates = new RemoteStateStore(em);
            remoteStates.begin("realm", MOODLE, "before").deliveredAt = NOW - 1;
            remoteStates.begin("realm", MOODLE, "never");
            remoteStates.begin("realm", MOODLE, "since").deliveredAt = NOW;
            remoteStates.begin("realm", MOODLE, "waiting");
            return null;
        });
        request(NOW, List.of("waiting"));

        database.inTransaction(em -> {
            assertThat(new RemoteStateStore(em).notDeliveredSince(MOODLE, NOW, "", 9))
                    .containsExactly("before", "never");
            return null;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {H2, POSTGRESQL})
    void a_comparison_is_planned_once_and_taken_once(String kind) {
        database = DATABASES.get(kind).cleared();
        for (int i = 0; i < 2; i++) {
            database.inTransaction(em -> {
                new ReconciliationStore(em).plan("realm", MOODLE, NOW);
                return null;
            });
        }

        assertThat(takeReconciliation(NOW - 1)).isFalse();
        assertThat(takeReconciliation(NOW)).isTrue();
        assertThat(takeReconciliation(NOW)).isFalse();
        assertThat(takeReconciliation(LEASE)).isTrue();
    }

    private boolean takeReconciliation(long at) {
        return database.inTransaction(
                em -> new ReconciliationStore(em).take(at, LEASE).isPresent());
    }

    private void request(long at, Collection<String> people) {
        inStore(store -> store.request(
                "realm",
                people.stream().map(id -> new DeliveryRequest(MOODLE, id)).toList(),
                at));
    }

    private List<DeliveryEntity> take(long at, int max) {
        return database.inTransaction(em -> new LeaseStore(em).lease(MOODLE, at, LEASE, max));
    }

    private void inStore(java.util.function.Consumer<DeliveryStore> work) {
        database.inTransaction(em -> {
            work.accept(new DeliveryStore(em));
            return null;
        });
    }

    private void inLeases(java.util.function.Consumer<LeaseStore> work) {
        database.inTransaction(em -> {
            work.accept(new LeaseStore(em));
            return null;
        });
    }

    private static List<String> people(int count) {
        return IntStream.range(0, count).mapToObj(i -> "p-" + i).toList();
    }
}
