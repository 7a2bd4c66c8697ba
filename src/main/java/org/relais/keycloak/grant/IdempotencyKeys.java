package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.RowStore;
import org.relais.keycloak.platform.Sha256;
import org.relais.keycloak.problem.Conflict;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.ManagedGroup;

/** Remembers change sets by their idempotency key for at least a day, in the transaction that carries them out. */
final class IdempotencyKeys {

    static final Duration KEPT = Duration.ofHours(24);

    private final RealmContext context;
    private final EntityManager em;

    IdempotencyKeys(RealmContext context) {
        this.context = context;
        this.em = context.entityManager();
    }

    record EarlierResult(List<String> granted, List<String> ended) {}

    /** The result of an earlier, equal change set; refuses a key that was used for another one. */
    Optional<EarlierResult> find(KeyedChange change) {
        return Optional.ofNullable(em.find(IdempotencyKeyEntity.class, idOf(change)))
                .map(known -> {
                    if (!known.request.equals(Sha256.of(change.content()))) {
                        throw new Conflict(Problem.at("Idempotency-Key", GrantProblem.KEY_REUSED));
                    }
                    return new EarlierResult(ids(known.granted), ids(known.ended));
                });
    }

    void keep(KeyedChange change, ChangeResult result) {
        IdempotencyKeyEntity row = new IdempotencyKeyEntity();
        row.id = idOf(change);
        row.realmId = context.realmId();
        row.at = context.clock().millis();
        row.request = Sha256.of(change.content());
        row.granted = text(result.granted());
        row.ended = text(result.ended());
        em.persist(row);
    }

    /** A change set, who sends it, and under which key. */
    record KeyedChange(String groupId, ChangeSet changes, String actor, String key) {

        /** What the request asks for. The settings of its groups and profiles may change before it is repeated. */
        String content() {
            ManagedGroup copied = changes.addGroup();
            List<?> parts = Arrays.asList(
                    groupId,
                    changes.add(),
                    copied == null ? null : copied.id(),
                    changes.remove(),
                    changes.endsOn(),
                    changes.reason(),
                    changes.together());
            return parts.toString();
        }
    }

    /** Forgets some of the change sets from before an instant; returns how many. */
    static int forgetOlderThan(EntityManager em, long instant, int max) {
        List<String> ids = em.createQuery(
                        "select r.id from IdempotencyKeyEntity r where r.at < :instant order by r.at", String.class)
                .setParameter("instant", instant)
                .setMaxResults(max)
                .getResultList();
        return new RowStore(em).remove(IdempotencyKeyEntity.class, ids);
    }

    static void removeRealm(EntityManager em, String realmId) {
        new RowStore(em).removeRealm(realmId, IdempotencyKeyEntity.class);
    }

    private String idOf(KeyedChange change) {
        return Sha256.of(List.of(context.realmId(), change.actor(), change.key()));
    }

    private static String text(List<Grant> grants) {
        return grants.stream().map(Grant::id).collect(Collectors.joining(","));
    }

    private static List<String> ids(String text) {
        return text == null || text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
    }
}
