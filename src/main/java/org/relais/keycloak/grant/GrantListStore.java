package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads lists and numbers of grants from the table RELAIS_GRANT. Every query follows one of its indexes. */
final class GrantListStore {

    private static final List<GrantStatus> OPEN = List.of(GrantStatus.ACTIVE, GrantStatus.PENDING);

    private final EntityManager em;

    GrantListStore(EntityManager em) {
        this.em = em;
    }

    /**
     * Pending grants of a group that are not over, by identifier.
     *
     * @param prefix what the identifier begins with, in lower case; null for all
     * @param after  identifier after which they begin; empty for the first
     */
    List<Grant> pendingInGroup(String groupId, Instant now, String prefix, String after, int max) {
        return em.createQuery(
                        "select g from GrantEntity g where g.groupId = :group and g.status = :pending"
                                + " and g.endsAt > :now and g.identifier > :after and g.identifier like :prefix escape '!'"
                                + " order by g.identifier",
                        GrantEntity.class)
                .setParameter("group", groupId)
                .setParameter("pending", GrantStatus.PENDING)
                .setParameter("now", now.toEpochMilli())
                .setParameter("after", after)
                .setParameter("prefix", Objects.requireNonNullElse(prefix, "").replaceAll("([!%_])", "!$1") + "%")
                .setMaxResults(max)
                .getResultStream()
                .map(GrantEntity::toGrant)
                .toList();
    }

    /** Grants that a filter finds, by their end, after a position. */
    List<Grant> search(String realmId, GrantFilter filter, Instant now, GrantPosition after, int max) {
        TypedQuery<GrantEntity> query = em.createQuery(
                        "select g from GrantEntity g where g.realmId = :realm"
                                + " and g.endsAt >= :at and (g.endsAt, g.id) > (:at, :id)"
                                + filter.conditions() + " order by g.endsAt, g.id",
                        GrantEntity.class)
                .setParameter("realm", realmId)
                .setParameter("at", after.endsAt())
                .setParameter("id", after.grantId())
                .setMaxResults(max);
        filter.parameters(now).forEach(query::setParameter);
        return query.getResultStream().map(GrantEntity::toGrant).toList();
    }

    /** Grants that a filter finds, from the one that ends last backwards. */
    List<Grant> latest(String realmId, GrantFilter filter, Instant now, int max) {
        TypedQuery<GrantEntity> query = em.createQuery(
                        "select g from GrantEntity g where g.realmId = :realm" + filter.conditions()
                                + " order by g.endsAt desc, g.id desc",
                        GrantEntity.class)
                .setParameter("realm", realmId)
                .setMaxResults(max);
        filter.parameters(now).forEach(query::setParameter);
        return query.getResultStream().map(GrantEntity::toGrant).toList();
    }

    /** The number of grants of each group by status: those not over, and all that are open. */
    List<GroupCount> countOpen(Collection<String> groupIds, Instant now) {
        return groupIds.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select g.groupId as groupId, g.status as status, count(g) as rows,"
                                        + " sum(case when g.endsAt > :now then 1 else 0 end) as current"
                                        + " from GrantEntity g where g.groupId in :groups and g.status in :open"
                                        + " group by g.groupId, g.status",
                                Tuple.class)
                        .setParameter("now", now.toEpochMilli())
                        .setParameter("groups", groupIds)
                        .setParameter("open", OPEN)
                        .getResultStream()
                        .map(row -> new GroupCount(
                                row.get("groupId", String.class),
                                row.get("status", GrantStatus.class),
                                row.get("rows", Number.class).longValue(),
                                row.get("current", Number.class).longValue()))
                        .toList();
    }

    record GroupCount(String groupId, GrantStatus status, long rows, long current) {}

    /** How many grants of a group are not over, by status; counted no further than {@code enough}. */
    Map<GrantStatus, Long> countRunning(String groupId, Instant now, int enough) {
        return em.createQuery(
                        "select c.status as status, count(*) as rows from (select g.status as status from GrantEntity g"
                                + " where g.groupId = :group and g.status in :open and g.endsAt > :now"
                                + " order by g.groupId, g.status fetch first " + enough
                                + " rows only) c group by c.status",
                        Tuple.class)
                .setParameter("group", groupId)
                .setParameter("open", OPEN)
                .setParameter("now", now.toEpochMilli())
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> row.get("status", GrantStatus.class), row -> row.get("rows", Long.class)));
    }

    /** How many grants that one person gave wait for an account; counted no further than {@code enough}. */
    long countPendingOf(String realmId, String giver, Instant now, int enough) {
        return em.createQuery(
                        "select count(*) from (select g.id as id from GrantEntity g where g.realmId = :realm"
                                + " and g.grantedBy = :giver and g.status = :pending and g.endsAt > :now"
                                + " order by g.endsAt fetch first " + enough + " rows only) c",
                        Long.class)
                .setParameter("realm", realmId)
                .setParameter("giver", giver)
                .setParameter("pending", GrantStatus.PENDING)
                .setParameter("now", now.toEpochMilli())
                .getSingleResult();
    }

    long count(String realmId, GrantFilter filter, Instant now) {
        TypedQuery<Long> query = em.createQuery(
                        "select count(g) from GrantEntity g where g.realmId = :realm" + filter.conditions(), Long.class)
                .setParameter("realm", realmId);
        filter.parameters(now).forEach(query::setParameter);
        return query.getSingleResult();
    }
}
