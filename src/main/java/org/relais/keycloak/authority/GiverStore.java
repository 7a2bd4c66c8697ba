package org.relais.keycloak.authority;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads many of Keycloak's users with their groups at once. People whom a user storage does not import are not in them. */
record GiverStore(EntityManager em) {

    /** Oracle takes at most a thousand values in a list. */
    private static final int AT_ONCE = 500;

    /**
     * One membership of an enabled user, or the only row of one without any.
     *
     * @param federated whether a directory may know of further memberships
     * @param groupId   null for none
     */
    record Row(String userId, boolean federated, String groupId) {}

    List<Row> enabled(String realmId, Collection<String> userIds) {
        List<String> ids = List.copyOf(userIds);
        List<Row> rows = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            em.createQuery(
                            "select u.id as id, u.federationLink as link, m.groupId as groupId from UserEntity u"
                                    + " left join UserGroupMembershipEntity m on m.user = u"
                                    + " where u.realmId = :realm and u.enabled = true and u.id in :ids",
                            Tuple.class)
                    .setParameter("realm", realmId)
                    .setParameter("ids", ids.subList(from, Math.min(from + AT_ONCE, ids.size())))
                    .getResultStream()
                    .map(row -> new Row(
                            row.get("id", String.class),
                            row.get("link", String.class) != null,
                            row.get("groupId", String.class)))
                    .forEach(rows::add);
        }
        return rows;
    }
}
