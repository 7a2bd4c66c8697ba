package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.jpa.entities.GroupEntity;
import org.relais.keycloak.school.ManagedGroup;

/** The table RELAIS_GRANT. Every query follows one of its indexes. */
final class GrantStore {

    private static final List<GrantStatus> OPEN = List.of(GrantStatus.ACTIVE, GrantStatus.PENDING);

    private final EntityManager em;

    GrantStore(EntityManager em) {
        this.em = em;
    }

    /** Locks groups: changes of one group come one after the other, and each sees what the one before has done. */
    void lockGroups(Collection<String> groupIds) {
        groupIds.stream().sorted().forEach(id -> em.find(GroupEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    void add(GrantEntity grant) {
        em.persist(grant);
    }

    void flush() {
        em.flush();
    }

    Optional<Grant> find(String realmId, String id) {
        return Optional.ofNullable(em.find(GrantEntity.class, id))
                .filter(grant -> grant.realmId.equals(realmId))
                .map(GrantEntity::toGrant);
    }

    /** The row of a grant, locked until the end of the transaction and read anew. */
    GrantEntity lock(String id) {
        GrantEntity grant = em.find(GrantEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
        em.refresh(grant);
        return grant;
    }

    List<Grant> withIds(String realmId, Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select g from GrantEntity g where g.id in :ids and g.realmId = :realm",
                                GrantEntity.class)
                        .setParameter("ids", ids)
                        .setParameter("realm", realmId)
                        .getResultStream()
                        .map(GrantEntity::toGrant)
                        .toList();
    }

    List<Grant> openInGroups(Collection<String> groupIds, Collection<String> userIds) {
        return userIds.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select g from GrantEntity g where g.groupId in :groups and g.status in :open"
                                        + " and g.userId in :users",
                                GrantEntity.class)
                        .setParameter("groups", groupIds)
                        .setParameter("open", OPEN)
                        .setParameter("users", userIds)
                        .getResultStream()
                        .map(GrantEntity::toGrant)
                        .toList();
    }

    /** The open grants, over or not, that some people and some identifiers have in some groups. */
    List<Grant> openFor(
            String realmId,
            Collection<ManagedGroup> groups,
            Collection<String> userIds,
            Collection<String> identifiers) {
        List<String> groupIds = groups.stream().map(ManagedGroup::id).toList();
        if (groupIds.isEmpty()) {
            return List.of();
        }
        Stream<Grant> pending = identifiers.isEmpty()
                ? Stream.empty()
                : pendingFor(realmId, identifiers).stream().filter(grant -> groupIds.contains(grant.groupId()));
        return Stream.concat(openInGroups(groupIds, userIds).stream(), pending).toList();
    }

    List<Grant> openOfPerson(String realmId, String userId) {
        return openOfPeople(realmId, List.of(userId));
    }

    List<Grant> openOfPeople(String realmId, Collection<String> userIds) {
        return em.createQuery(
                        "select g from GrantEntity g where g.realmId = :realm and g.userId in :users"
                                + " and g.status = :active",
                        GrantEntity.class)
                .setParameter("realm", realmId)
                .setParameter("users", userIds)
                .setParameter("active", GrantStatus.ACTIVE)
                .getResultStream()
                .map(GrantEntity::toGrant)
                .toList();
    }

    List<Grant> openOfGroup(String groupId) {
        return em.createQuery(
                        "select g from GrantEntity g where g.groupId = :group and g.status in :open", GrantEntity.class)
                .setParameter("group", groupId)
                .setParameter("open", OPEN)
                .getResultStream()
                .map(GrantEntity::toGrant)
                .toList();
    }

    List<Grant> openBelowGroup(String parentId) {
        return em.createQuery(
                        "select g from GrantEntity g where g.status in :open and g.groupId in"
                                + " (select below.id from GroupEntity below where below.parentId = :parent)",
                        GrantEntity.class)
                .setParameter("open", OPEN)
                .setParameter("parent", parentId)
                .getResultStream()
                .map(GrantEntity::toGrant)
                .toList();
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

    /** Pending grants for any of these identifiers, in lower case. */
    List<Grant> pendingFor(String realmId, Collection<String> identifiers) {
        return em.createQuery(
                        "select g from GrantEntity g where g.realmId = :realm and g.identifier in :identifiers"
                                + " and g.status = :pending",
                        GrantEntity.class)
                .setParameter("realm", realmId)
                .setParameter("identifiers", identifiers)
                .setParameter("pending", GrantStatus.PENDING)
                .getResultStream()
                .map(GrantEntity::toGrant)
                .toList();
    }

    /** Grants that a filter finds, by their end, after a position. */
    List<Grant> search(String realmId, GrantFilter filter, Instant now, GrantPosition after, int max) {
        TypedQuery<GrantEntity> query = em.createQuery(
                        "select g from GrantEntity g where g.realmId = :realm"
                                + " and (g.endsAt > :at or (g.endsAt = :at and g.id > :id))"
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

    long count(String realmId, GrantFilter filter, Instant now) {
        TypedQuery<Long> query = em.createQuery(
                        "select count(g) from GrantEntity g where g.realmId = :realm" + filter.conditions(), Long.class)
                .setParameter("realm", realmId);
        filter.parameters(now).forEach(query::setParameter);
        return query.getSingleResult();
    }

    void removeRealm(String realmId) {
        em.createQuery("delete from GrantEntity g where g.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }
}
