package org.relais.keycloak.delivery;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.relais.keycloak.delivery.target.DeliveryError;

/** Reads the queue for people: how much waits, since when, and why. */
public final class QueueStore {

    private static final String COLUMNS = " d.targetId, count(d),"
            + " sum(case when d.lastError is null then 0L else 1L end), min(d.requestedAt), min(d.nextAt),"
            + " min(case when d.lastError is null then null else d.nextAt end), max(d.lastError)";

    private final EntityManager em;

    public QueueStore(EntityManager em) {
        this.em = em;
    }

    /** What waits for a target, by person. */
    List<DeliveryEntity> page(String targetId, String afterUserId, int max) {
        return em.createQuery(
                        "select d from DeliveryEntity d where d.targetId = :target and d.userId > :after"
                                + " order by d.userId",
                        DeliveryEntity.class)
                .setParameter("target", targetId)
                .setParameter("after", afterUserId == null ? "" : afterUserId)
                .setMaxResults(max)
                .getResultList();
    }

    List<DeliveryEntity> ofPeople(Collection<String> targetIds, Collection<String> userIds) {
        return targetIds.isEmpty() || userIds.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select d from DeliveryEntity d where d.targetId in :targets and d.userId in :users",
                                DeliveryEntity.class)
                        .setParameter("targets", targetIds)
                        .setParameter("users", userIds)
                        .getResultList();
    }

    /** How many members of each group wait for each target, and how many of them have failed. */
    List<InGroup> waitingInGroups(Collection<String> groupIds, Collection<String> targetIds) {
        return inGroups("UserGroupMembershipEntity x", "x.user.id = d.userId", groupIds, targetIds);
    }

    /** The same of those whose grant has ended since they wait, or just before, and who are in the group no more. */
    List<InGroup> leavingGroups(Collection<String> groupIds, Collection<String> targetIds) {
        return inGroups(
                "GrantEntity x",
                "x.userId = d.userId and x.endedAt > d.requestedAt - 60000 and not exists (select 1 from"
                        + " UserGroupMembershipEntity m where m.groupId = x.groupId and m.user.id = d.userId)",
                groupIds,
                targetIds);
    }

    /** @param members a table with a group, as {@code x} */
    private List<InGroup> inGroups(
            String members, String condition, Collection<String> groupIds, Collection<String> targetIds) {
        return em.createQuery(
                        "select x.groupId," + COLUMNS + " from DeliveryEntity d, " + members
                                + " where x.groupId in :groups and d.targetId in :targets and " + condition
                                + " group by x.groupId, d.targetId",
                        InGroup.class)
                .setParameter("groups", groupIds)
                .setParameter("targets", targetIds)
                .getResultList();
    }

    /** Targets that are left alone as a whole, until when and why. */
    List<Outage> outages(Collection<String> targetIds, long now) {
        return em.createQuery(
                        "select d.targetId, min(d.nextAt), max(d.lastError) from DeliveryEntity d"
                                + " where d.targetId in :targets and d.nextAt > :now and d.lastError not in :ofPeople"
                                + " group by d.targetId",
                        Outage.class)
                .setParameter("targets", targetIds)
                .setParameter("now", now)
                .setParameter("ofPeople", DeliveryError.storedOfPeople())
                .getResultList();
    }

    record Outage(String targetId, long until, String error) {}

    /** The queue of each target that has one. It reads the whole queue. */
    public List<Queue> queues() {
        return em.createQuery("select" + COLUMNS + " from DeliveryEntity d group by d.targetId", Queue.class)
                .getResultList();
    }

    Optional<Queue> queue(String targetId) {
        return em.createQuery(
                        "select" + COLUMNS + " from DeliveryEntity d where d.targetId = :target group by d.targetId",
                        Queue.class)
                .setParameter("target", targetId)
                .getResultStream()
                .findFirst();
    }

    /**
     * What waits.
     *
     * @param failed  how many of them have been tried in vain
     * @param oldest  when the oldest was requested
     * @param nextAt  when the next is tried
     * @param retryAt when the next of those who failed is tried; null if none has
     * @param error   code of an error one of them met; null if none has
     */
    public record Queue(
            String targetId, long waiting, long failed, long oldest, long nextAt, Long retryAt, String error) {

        /** Both together. */
        Queue with(Queue other) {
            return new Queue(
                    targetId,
                    waiting + other.waiting,
                    failed + other.failed,
                    Math.min(oldest, other.oldest),
                    Math.min(nextAt, other.nextAt),
                    retryAt == null || other.retryAt != null && other.retryAt < retryAt ? other.retryAt : retryAt,
                    error == null ? other.error : error);
        }
    }

    /** What waits of a group. */
    record InGroup(
            String groupId,
            String targetId,
            long waiting,
            long failed,
            long oldest,
            long nextAt,
            Long retryAt,
            String error) {

        Queue queue() {
            return new Queue(targetId, waiting, failed, oldest, nextAt, retryAt, error);
        }
    }
}
