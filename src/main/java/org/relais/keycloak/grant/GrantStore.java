package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.jpa.entities.GroupEntity;
import org.relais.keycloak.platform.RowStore;
import org.relais.keycloak.problem.Conflict;
import org.relais.keycloak.problem.Problem;
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

    /** The same; refuses a grant that is over at {@code now}. */
    GrantEntity lockOpen(String id, Instant now) {
        GrantEntity grant = lock(id);
        if (grant.status == GrantStatus.ENDED || grant.toGrant().isOverAt(now)) {
            throw new Conflict(Problem.general(GrantProblem.GRANT_ENDED));
        }
        return grant;
    }

    List<Grant> withIds(String realmId, Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : select("g.id in :ids and g.realmId = :realm", Map.of("ids", ids, "realm", realmId));
    }

    List<Grant> openInGroups(Collection<String> groupIds, Collection<String> userIds) {
        return userIds.isEmpty()
                ? List.of()
                : ofExactly(
                        userIds,
                        select(
                                "g.groupId in :groups and g.status in :open and g.userId in :users",
                                Map.of("groups", groupIds, "open", OPEN, "users", userIds)));
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
        return ofExactly(
                userIds,
                select(
                        "g.realmId = :realm and g.userId in :users and g.status = :active",
                        Map.of("realm", realmId, "users", userIds, "active", GrantStatus.ACTIVE)));
    }

    List<Grant> openOfGroup(String groupId) {
        return select("g.groupId = :group and g.status in :open", Map.of("group", groupId, "open", OPEN));
    }

    List<Grant> openBelowGroup(String parentId) {
        return select(
                "g.status in :open and g.groupId in"
                        + " (select below.id from GroupEntity below where below.parentId = :parent)",
                Map.of("open", OPEN, "parent", parentId));
    }

    /** Pending grants for any of these identifiers, as they are kept. A database that ignores accents finds others too. */
    List<Grant> pendingFor(String realmId, Collection<String> identifiers) {
        return select(
                        "g.realmId = :realm and g.identifier in :identifiers and g.status = :pending",
                        Map.of("realm", realmId, "identifiers", identifiers, "pending", GrantStatus.PENDING))
                .stream()
                .filter(grant -> identifiers.contains(grant.identifier()))
                .toList();
    }

    void removeRealm(String realmId) {
        new RowStore(em).removeRealm(realmId, GrantEntity.class);
    }

    /** The id of a user whom a storage does not import holds a username: a database that ignores accents takes two for one. */
    private static List<Grant> ofExactly(Collection<String> userIds, List<Grant> found) {
        Set<String> exact = Set.copyOf(userIds);
        return found.stream().filter(grant -> exact.contains(grant.userId())).toList();
    }

    private List<Grant> select(String condition, Map<String, Object> parameters) {
        TypedQuery<GrantEntity> query =
                em.createQuery("select g from GrantEntity g where " + condition, GrantEntity.class);
        parameters.forEach(query::setParameter);
        return query.getResultStream().map(GrantEntity::toGrant).toList();
    }
}
