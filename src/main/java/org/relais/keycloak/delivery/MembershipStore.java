package org.relais.keycloak.delivery;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import org.relais.keycloak.grant.GrantStatus;

/** Reads who is in groups now, many groups at a time: Keycloak's memberships together with the ledger. */
public final class MembershipStore {

    private final EntityManager em;

    public MembershipStore(EntityManager em) {
        this.em = em;
    }

    /** Somebody in a group; {@code endsAt} is null for an official member. */
    public record GroupMember(
            String groupId,
            String userId,
            String username,
            String lastName,
            String firstName,
            Long startsAt,
            Long endsAt) {}

    /** Enabled people who are in the groups at this instant, by group and identifier. */
    public List<GroupMember> in(Collection<String> groupIds, long now) {
        return in(groupIds, now, Integer.MAX_VALUE);
    }

    /** The first of them. */
    List<GroupMember> in(Collection<String> groupIds, long now, int max) {
        return groupIds.isEmpty() ? List.of() : select(groupIds, null, now, max);
    }

    /** The first of those in one group, after an identifier; null for the first of all. */
    List<GroupMember> inGroup(String groupId, String afterUsername, long now, int max) {
        return select(List.of(groupId), afterUsername, now, max);
    }

    private List<GroupMember> select(Collection<String> groupIds, String afterUsername, long now, int max) {
        TypedQuery<Tuple> query = em.createQuery(
                        "select m.groupId as groupId, u.id as id, u.username as username, u.lastName as lastName,"
                                + " u.firstName as firstName, g.startsAt as startsAt, g.endsAt as endsAt"
                                + " from UserGroupMembershipEntity m join m.user u"
                                + " left join GrantEntity g on g.groupId = m.groupId and g.userId = u.id"
                                + " and g.status = :active"
                                + " where m.groupId in :groups and u.enabled = true"
                                + (afterUsername == null ? "" : " and u.username > :after")
                                + " and (g.id is null or (g.endsAt > :now and g.startsAt <= :now))"
                                + " order by m.groupId, u.username",
                        Tuple.class)
                .setParameter("groups", groupIds)
                .setParameter("active", GrantStatus.ACTIVE)
                .setParameter("now", now)
                .setMaxResults(max);
        if (afterUsername != null) {
            query.setParameter("after", afterUsername);
        }
        return query.getResultStream()
                .map(row -> new GroupMember(
                        row.get("groupId", String.class),
                        row.get("id", String.class),
                        row.get("username", String.class),
                        row.get("lastName", String.class),
                        row.get("firstName", String.class),
                        row.get("startsAt", Long.class),
                        row.get("endsAt", Long.class)))
                .toList();
    }
}
