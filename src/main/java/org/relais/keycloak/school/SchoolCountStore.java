package org.relais.keycloak.school;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts and checks in Keycloak's tables of groups and clients, one statement for each question. */
final class SchoolCountStore {

    private static final String OPEN =
            " and not exists (select oc.id from GroupAttributeEntity oc where oc.group = %1$s and oc.name = :closed"
                    + " and lower(oc.value) = 'true')";

    private final EntityManager em;

    SchoolCountStore(EntityManager em) {
        this.em = em;
    }

    SchoolUsage usage(String realmId, String rootId) {
        return new SchoolUsage(countGroups(realmId, rootId), countOpenSchools(realmId, rootId));
    }

    /** How many groups of schools there are of each suffix, in upper case; reads all of them. */
    private Map<String, Long> countGroups(String realmId, String rootId) {
        String suffix = "upper(coalesce(p.value, substring(g.name, locate('_', g.name) + 1)))";
        return em.createQuery(
                        "select " + suffix + " as suffix, count(g) as groups from GroupEntity g"
                                + " join GroupEntity s on s.id = g.parentId"
                                + " left join GroupAttributeEntity p on p.group = g and p.name = :profile"
                                + " where g.realm = :realm and g.type = 0 and s.parentId = :root group by " + suffix,
                        Tuple.class)
                .setParameter("profile", Schools.PROFILE)
                .setParameter("realm", realmId)
                .setParameter("root", rootId)
                .getResultStream()
                .collect(
                        Collectors.toMap(row -> row.get("suffix", String.class), row -> row.get("groups", Long.class)));
    }

    private long countOpenSchools(String realmId, String rootId) {
        var query = em.createQuery(
                "select count(g) from GroupEntity g where g.realm = :realm and g.type = 0 and g.parentId = :root"
                        + OPEN.formatted("g") + " and" + SchoolIdentity.condition("g"),
                Long.class);
        return SchoolStore.below(query, realmId, rootId)
                .setParameter("closed", Schools.CLOSED)
                .getSingleResult();
    }

    /**
     * The open schools without a member in any of some groups, along the index of groups by parent and name.
     *
     * @param suffixes of these groups, in every spelling that may occur
     */
    List<String> withoutMembers(String realmId, String rootId, List<String> suffixes) {
        String names = IntStream.range(0, suffixes.size())
                .mapToObj(i -> "concat(s.name, :suffix" + i + ")")
                .collect(Collectors.joining(", "));
        var query = em.createQuery(
                "select s.name from GroupEntity s where s.realm = :realm and s.type = 0 and s.parentId = :root"
                        + OPEN.formatted("s") + " and" + SchoolIdentity.condition("s") + " and not exists"
                        + " (select e.id from GroupEntity e where e.realm = :realm and e.parentId = s.id"
                        + " and e.name in (" + names + ") and exists"
                        + " (select m.groupId from UserGroupMembershipEntity m where m.groupId = e.id))"
                        + " order by s.name",
                String.class);
        SchoolStore.below(query, realmId, rootId).setParameter("closed", Schools.CLOSED);
        for (int i = 0; i < suffixes.size(); i++) {
            query.setParameter("suffix" + i, "_" + suffixes.get(i));
        }
        return query.getResultList();
    }

    /** A group of a school with the profiles that its name and its attribute say. */
    record Contradiction(String group, String uai, String said) {}

    /** The groups of schools whose attribute says another suffix than their name ends with; reads all groups of schools. */
    List<Contradiction> contradictingProfiles(String realmId, String rootId) {
        return em.createQuery(
                        "select g.name as group, s.name as uai, p.value as said from GroupEntity g"
                                + " join GroupEntity s on s.id = g.parentId"
                                + " join GroupAttributeEntity p on p.group = g and p.name = :profile"
                                + " where g.realm = :realm and g.type = 0 and s.parentId = :root"
                                + " and upper(g.name) like concat(upper(s.name), '!_%') escape '!'"
                                + " and upper(p.value) <> upper(substring(g.name, length(s.name) + 2)) order by g.name",
                        Tuple.class)
                .setParameter("profile", Schools.PROFILE)
                .setParameter("realm", realmId)
                .setParameter("root", rootId)
                .getResultStream()
                .map(row -> new Contradiction(
                        row.get("group", String.class), row.get("uai", String.class), row.get("said", String.class)))
                .toList();
    }

    /** The ids of clients that begin with a text. */
    List<String> clientsBeginningWith(String realmId, String prefix) {
        return em.createQuery(
                        "select c.clientId from ClientEntity c where c.realmId = :realm and c.clientId like :prefix"
                                + " escape '!'",
                        String.class)
                .setParameter("realm", realmId)
                .setParameter("prefix", prefix.replaceAll("([!%_])", "!$1") + "%")
                .getResultList();
    }
}
