package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.Sha256;
import org.relais.keycloak.problem.Conflict;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.ManagedGroup;

/** Remembers change sets by their idempotency key, in the transaction that carries them out, for a day at least. */
final class IdempotencyKeys {

    static final Duration KEPT = Duration.ofHours(24);

    private final RealmContext context;
    private final EntityManager em;

    IdempotencyKeys(RealmContext context) {
        this.context = context;
        this.em = context.entityManager();
    }

    record Receipt(List<String> granted, List<String> ended) {}

    /** The receipt of an earlier, equal change set; refuses a key that was used for another one. */
    Optional<Receipt> find(ManagedChange change) {
        return Optional.ofNullable(em.find(IdempotencyKeyEntity.class, idOf(change)))
                .map(known -> {
                    if (!known.request.equals(Sha256.of(change.content()))) {
                        throw new Conflict(Problem.at("Idempotency-Key", GrantProblem.KEY_REUSED));
                    }
                    return new Receipt(ids(known.granted), ids(known.ended));
                });
    }

    void keep(ManagedChange change, ChangeResult result) {
        IdempotencyKeyEntity receipt = new IdempotencyKeyEntity();
        receipt.id = idOf(change);
        receipt.realmId = context.realmId();
        receipt.at = context.clock().millis();
        receipt.request = Sha256.of(change.content());
        receipt.granted = text(result.granted());
        receipt.ended = text(result.ended());
        em.persist(receipt);
    }

    /** A change set with who sends it under which key. */
    record ManagedChange(String groupId, ChangeSet changes, String actor, String key) {

        /** What was asked for; the settings of the groups and profiles meant may change before a repeat. */
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

    static int forgetOlderThan(EntityManager em, long instant) {
        return em.createQuery("delete from IdempotencyKeyEntity r where r.at < :instant")
                .setParameter("instant", instant)
                .executeUpdate();
    }

    static void removeRealm(EntityManager em, String realmId) {
        em.createQuery("delete from IdempotencyKeyEntity r where r.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }

    private String idOf(ManagedChange change) {
        return Sha256.of(List.of(context.realmId(), change.actor(), change.key()));
    }

    private static String text(List<Grant> grants) {
        return grants.stream().map(Grant::id).collect(Collectors.joining(","));
    }

    private static List<String> ids(String text) {
        return text == null || text.isEmpty() ? List.of() : Arrays.asList(text.split(","));
    }
}
