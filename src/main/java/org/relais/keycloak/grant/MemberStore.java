package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads Keycloak's memberships together with the ledger. People whom a user storage does not import are not in them. */
final class MemberStore {

    private static final String LAST = "coalesce(lower(u.lastName), '')";
    private static final String FIRST = "coalesce(lower(u.firstName), '')";

    private final EntityManager em;

    MemberStore(EntityManager em) {
        this.em = em;
    }

    /** A membership: the user, the user's position in the list, and the open grant that carries it, if any. */
    record MemberRow(String userId, MemberPosition position, GrantEntity grant) {}

    /**
     * @param origin OFFICIAL or GRANTED; null for both
     * @param prefix what the identifier, the first or the last name begins with, in lower case; null for everybody
     * @param now    grants over at this instant, in milliseconds, do not count
     */
    List<MemberRow> page(String groupId, Origin origin, String prefix, long now, MemberPosition after, int max) {
        String begins = prefix == null
                ? ""
                : " and (u.username like :prefix escape '!' or " + LAST + " like :prefix escape '!' or " + FIRST
                        + " like :prefix escape '!')";
        TypedQuery<Tuple> query = em.createQuery(
                        "select u.id as id, " + LAST + " as last, " + FIRST
                                + " as first, u.username as username, g as grant"
                                + " from UserGroupMembershipEntity m join m.user u"
                                + " left join GrantEntity g on g.groupId = m.groupId and g.userId = u.id"
                                + " and g.status = :active"
                                + " where m.groupId = :group and (g.id is null or g.endsAt > :now)"
                                + having(origin) + begins
                                + " and (" + LAST + " > :last or (" + LAST + " = :last and (" + FIRST + " > :first"
                                + " or (" + FIRST + " = :first and u.username > :username))))"
                                + " order by " + LAST + ", " + FIRST + ", u.username",
                        Tuple.class)
                .setParameter("active", GrantStatus.ACTIVE)
                .setParameter("group", groupId)
                .setParameter("now", now)
                .setParameter("last", after.lastName())
                .setParameter("first", after.firstName())
                .setParameter("username", after.username())
                .setMaxResults(max);
        if (prefix != null) {
            query.setParameter("prefix", prefix.replaceAll("([!%_])", "!$1") + "%");
        }
        return query.getResultStream().map(MemberStore::row).toList();
    }

    /** Ids of the members of a group, at most {@code max}, in no order. */
    List<String> memberIds(String groupId, long now, int max) {
        return em.createQuery(
                        "select m.user.id from UserGroupMembershipEntity m"
                                + " left join GrantEntity g on g.groupId = m.groupId and g.userId = m.user.id"
                                + " and g.status = :active"
                                + " where m.groupId = :group and (g.id is null or g.endsAt > :now)",
                        String.class)
                .setParameter("active", GrantStatus.ACTIVE)
                .setParameter("group", groupId)
                .setParameter("now", now)
                .setMaxResults(max)
                .getResultList();
    }

    /** Ids of the users who are in some groups by the official record, by group. */
    Map<String, List<String>> officials(Collection<String> groupIds) {
        return groupIds.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select m.groupId as groupId, m.user.id as userId from UserGroupMembershipEntity m"
                                        + " left join GrantEntity g on g.groupId = m.groupId and g.userId = m.user.id"
                                        + " and g.status = :active where m.groupId in :groups and g.id is null",
                                Tuple.class)
                        .setParameter("active", GrantStatus.ACTIVE)
                        .setParameter("groups", groupIds)
                        .getResultStream()
                        .collect(Collectors.groupingBy(
                                row -> row.get("groupId", String.class),
                                Collectors.mapping(row -> row.get("userId", String.class), Collectors.toList())));
    }

    /** Which of these users are members of which of these groups. */
    Map<String, Set<String>> membersAmong(Collection<String> groupIds, Collection<String> userIds) {
        return userIds.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select m.groupId as groupId, m.user.id as userId from UserGroupMembershipEntity m"
                                        + " where m.groupId in :groups and m.user.id in :users",
                                Tuple.class)
                        .setParameter("groups", groupIds)
                        .setParameter("users", userIds)
                        .getResultStream()
                        .collect(Collectors.groupingBy(
                                row -> row.get("groupId", String.class),
                                Collectors.mapping(row -> row.get("userId", String.class), Collectors.toSet())));
    }

    void remove(String groupId, Collection<String> userIds) {
        em.createQuery("delete from UserGroupMembershipEntity m where m.groupId = :group and m.user.id in :users")
                .setParameter("group", groupId)
                .setParameter("users", userIds)
                .executeUpdate();
    }

    Map<String, Long> countMemberships(Collection<String> groupIds) {
        return groupIds.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select m.groupId as groupId, count(m) as members from UserGroupMembershipEntity m"
                                        + " where m.groupId in :groups group by m.groupId",
                                Tuple.class)
                        .setParameter("groups", groupIds)
                        .getResultStream()
                        .collect(Collectors.toMap(
                                row -> row.get("groupId", String.class), row -> row.get("members", Long.class)));
    }

    private static String having(Origin origin) {
        if (origin == null) {
            return "";
        }
        return origin == Origin.OFFICIAL ? " and g.id is null" : " and g.id is not null";
    }

    private static MemberRow row(Tuple row) {
        MemberPosition position = new MemberPosition(
                row.get("last", String.class), row.get("first", String.class), row.get("username", String.class));
        return new MemberRow(row.get("id", String.class), position, row.get("grant", GrantEntity.class));
    }
}
