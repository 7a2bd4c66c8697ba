package org.relais.keycloak.delivery.worker;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.delivery.Deliveries;
import org.relais.keycloak.delivery.DeliveryEntity;
import org.relais.keycloak.delivery.DeliveryStore;
import org.relais.keycloak.delivery.DeliveryStore.Waiting;
import org.relais.keycloak.delivery.RealmTarget;
import org.relais.keycloak.delivery.Target;
import org.relais.keycloak.delivery.target.Deadline;
import org.relais.keycloak.delivery.target.DesiredState;

/**
 * Rounds for one target: take some people, see what they should have, tell the target outside any transaction, write down
 * what came of it. A node may die anywhere in between: the people are taken again once the lease is over.
 */
final class DeliveryBatchRunner implements TargetWorker.Work {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration TIME_TO_SPEAK = Duration.ofSeconds(80);

    private final KeycloakSessionFactory sessions;
    private final Clock clock;
    private final Waiting waiting;

    DeliveryBatchRunner(KeycloakSessionFactory sessions, Clock clock, Waiting waiting) {
        this.sessions = sessions;
        this.clock = clock;
        this.waiting = waiting;
    }

    enum Round {
        /** There was nothing to do, or nothing more can be done now. */
        EMPTY,
        SOME,
        /** There is probably more. */
        FULL
    }

    @Override
    public String targetId() {
        return waiting.targetId();
    }

    @Override
    public Round run(boolean probe, CircuitBreaker breaker) {
        Deadline deadline = Deadline.in(TIME_TO_SPEAK);
        Optional<Connection> connection = connect();
        if (connection.isEmpty()) {
            breaker.passed();
            return Round.EMPTY;
        }
        try (Target target = connection.get().target()) {
            int size = probe ? 1 : target.batchSize();
            List<DeliveryEntity> rows = take(size);
            if (rows.isEmpty()) {
                breaker.passed();
                return Round.EMPTY;
            }
            List<DesiredState> people = wanted(rows);
            DeliveryAttempt deliveryAttempt = new DeliveryAttempt(target, breaker, clock);
            deliveryAttempt.hold(people, deadline);
            settle(connection.get().settings(), rows, people, deliveryAttempt);
            boolean goOn =
                    deliveryAttempt.isGood() && !deliveryAttempt.outcomes().isEmpty();
            return !goOn ? Round.EMPTY : rows.size() == size && !probe ? Round.FULL : Round.SOME;
        }
    }

    private record Connection(RealmTarget settings, Target target) {}

    /** Empty if there is no such target any more; then what waits for it goes. */
    private Optional<Connection> connect() {
        return inRealm(session -> {
            RealmModel realm = session.getContext().getRealm();
            Optional<RealmTarget> found =
                    realm == null ? Optional.empty() : RealmTarget.find(realm, waiting.targetId());
            if (found.isEmpty()) {
                Deliveries.targetRemoved(session, waiting.targetId());
            }
            return found.map(settings -> new Connection(settings, settings.connect(session)));
        });
    }

    private List<DeliveryEntity> take(int max) {
        long now = clock.millis();
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions,
                session -> new DeliveryStore(entityManager(session))
                        .take(waiting.targetId(), now, now + LEASE.toMillis(), max));
    }

    /** In a transaction of its own, begun after the rows were taken: it sees all that was committed before. */
    private List<DesiredState> wanted(List<DeliveryEntity> rows) {
        return inRealm(session -> {
            RealmModel realm = session.getContext().getRealm();
            RealmTarget target = RealmTarget.find(realm, waiting.targetId()).orElseThrow();
            return new DesiredStateRecorder(session, realm, target, clock)
                    .writeDown(rows.stream().map(row -> row.userId).toList());
        });
    }

    private void settle(
            RealmTarget settings,
            List<DeliveryEntity> rows,
            List<DesiredState> people,
            DeliveryAttempt deliveryAttempt) {
        inRealm(session -> {
            new BatchResultWriter(session, settings, clock).settle(rows, people, deliveryAttempt);
            return null;
        });
    }

    private <T> T inRealm(Function<KeycloakSession, T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
            session.getContext().setRealm(session.realms().getRealm(waiting.realmId()));
            return work.apply(session);
        });
    }

    private static EntityManager entityManager(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
