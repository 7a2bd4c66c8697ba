package org.relais.keycloak.school;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.keycloak.representations.idm.authorization.Logic;

/** Reads the policies of Keycloak's fine-grained permissions, as its authorization services store them. */
record PermissionPolicyStore(EntityManager em) {

    /** Oracle takes at most a thousand values in a list. */
    private static final int AT_ONCE = 500;

    /**
     * A policy that names groups, roles or users.
     *
     * @param type   {@code group}, {@code role} or {@code user}
     * @param named  what it names, in JSON
     */
    record Naming(String id, String type, boolean negative, String named) {}

    /**
     * A policy or permission that asks another policy.
     *
     * @param asked the id of the other one
     */
    record Asking(String asked, String id, String type, boolean negative) {}

    List<Naming> naming(String resourceServerId) {
        return em.createQuery(
                        "select p.id as id, p.type as type, p.logic as logic, c as named from PolicyEntity p"
                                + " join p.config c where p.resourceServer.id = :server"
                                + " and p.type in ('group', 'role', 'user') and key(c) in ('groups', 'roles', 'users')",
                        Tuple.class)
                .setParameter("server", resourceServerId)
                .getResultStream()
                .map(row -> new Naming(
                        row.get("id", String.class),
                        row.get("type", String.class),
                        row.get("logic", Logic.class) == Logic.NEGATIVE,
                        row.get("named", String.class)))
                .toList();
    }

    List<Asking> asking(String resourceServerId, Collection<String> policyIds) {
        List<String> ids = List.copyOf(policyIds);
        List<Asking> found = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            em.createQuery(
                            "select a.id as asked, p.id as id, p.type as type, p.logic as logic from PolicyEntity p"
                                    + " join p.associatedPolicies a where p.resourceServer.id = :server and a.id in :ids",
                            Tuple.class)
                    .setParameter("server", resourceServerId)
                    .setParameter("ids", ids.subList(from, Math.min(from + AT_ONCE, ids.size())))
                    .getResultStream()
                    .map(row -> new Asking(
                            row.get("asked", String.class),
                            row.get("id", String.class),
                            row.get("type", String.class),
                            row.get("logic", Logic.class) == Logic.NEGATIVE))
                    .forEach(found::add);
        }
        return found;
    }
}
