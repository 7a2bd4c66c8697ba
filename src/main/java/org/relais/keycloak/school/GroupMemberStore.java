package org.relais.keycloak.school;

import jakarta.persistence.EntityManager;
import java.util.List;

/** Keycloak's own memberships of a group, past its caches. */
public record GroupMemberStore(EntityManager em) {

    /**
     * The ids of some members, in their order.
     *
     * @param after the id to go on after; empty for the start
     */
    public List<String> userIds(String groupId, String after, int max) {
        return em.createQuery(
                        "select m.user.id from UserGroupMembershipEntity m where m.groupId = :group and m.user.id > :after"
                                + " order by m.user.id",
                        String.class)
                .setParameter("group", groupId)
                .setParameter("after", after)
                .setMaxResults(max)
                .getResultList();
    }
}
