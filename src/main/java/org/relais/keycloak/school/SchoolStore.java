package org.relais.keycloak.school;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads Keycloak's tables many rows at a time, where its model would read them one by one or not at all. */
public final class SchoolStore {

    /** What a school's group {@code g} says about itself; each attribute once, however many values it has. */
    static final String TYPE_AND_CLOSED =
            " (select min(t.value) from GroupAttributeEntity t where t.group = %1$s and t.name = :type) as type,"
                    + " (select count(c.id) from GroupAttributeEntity c where c.group = %1$s and c.name = :closed"
                    + " and lower(c.value) = 'true') as closed";

    private static final String SCHOOL = "select g.id as id, g.name as uai, g.description as name,"
            + TYPE_AND_CLOSED.formatted("g")
            + " from GroupEntity g where g.realm = :realm and g.type = 0 and g.parentId = :root and"
            + SchoolIdentity.condition("g");

    /** The least and the greatest value of the attribute with a group's profile: two where the group contradicts itself. */
    static final String SAID_PROFILE =
            " (select min(p.value) from GroupAttributeEntity p where p.group = g and p.name = :profile) as profile,"
                    + " (select max(p.value) from GroupAttributeEntity p where p.group = g and p.name = :profile)"
                    + " as otherProfile";

    private final EntityManager em;

    public SchoolStore(EntityManager em) {
        this.em = em;
    }

    /** One group under a school, as stored. */
    record GroupRow(String id, String name, String description, List<String> profile, School school) {

        Optional<ManagedGroup> managedBy(Profiles profiles) {
            return profiles.of(name, school.uai(), profile)
                    .map(found -> new ManagedGroup(id, name, description, school, found));
        }
    }

    List<GroupRow> groupsIn(String realmId, Collection<School> schools) {
        Map<String, School> byId = schools.stream().collect(Collectors.toMap(School::id, Function.identity()));
        return em.createQuery(
                        "select g.id as id, g.name as name, g.description as description, g.parentId as parent,"
                                + SAID_PROFILE + " from GroupEntity g"
                                + " where g.realm = :realm and g.type = 0 and g.parentId in :schools",
                        Tuple.class)
                .setParameter("profile", Schools.PROFILE)
                .setParameter("realm", realmId)
                .setParameter("schools", byId.keySet())
                .getResultStream()
                .map(row -> groupRow(row, byId.get(row.get("parent", String.class))))
                .toList();
    }

    static GroupRow groupRow(Tuple row, School school) {
        return new GroupRow(
                row.get("id", String.class),
                row.get("name", String.class),
                row.get("description", String.class),
                Stream.of(row.get("profile", String.class), row.get("otherProfile", String.class))
                        .filter(Objects::nonNull)
                        .toList(),
                school);
    }

    List<School> schools(String realmId, String rootId, String after, int max) {
        return schools(
                em.createQuery(SCHOOL + " and g.name > :after order by g.name", Tuple.class)
                        .setParameter("after", Objects.requireNonNullElse(after, ""))
                        .setMaxResults(max),
                realmId,
                rootId);
    }

    /** By the names of their groups, which are their UAIs, in any case. */
    List<School> schoolsNamed(String realmId, String rootId, Collection<String> uais) {
        Set<String> names = uais.stream().flatMap(SchoolStore::spellings).collect(Collectors.toSet());
        return schools(
                em.createQuery(SCHOOL + " and g.name in :names", Tuple.class).setParameter("names", names),
                realmId,
                rootId);
    }

    private static List<School> schools(TypedQuery<Tuple> query, String realmId, String rootId) {
        return below(query, realmId, rootId)
                .setParameter("type", Schools.TYPE)
                .setParameter("closed", Schools.CLOSED)
                .getResultStream()
                .map(row -> new School(
                        row.get("id", String.class),
                        row.get("uai", String.class),
                        Objects.requireNonNullElse(row.get("name", String.class), row.get("uai", String.class)),
                        row.get("type", String.class),
                        row.get("closed", Long.class) > 0))
                .toList();
    }

    /** Sets the parameters of a query about schools below the group that is the root of all. */
    static <T> TypedQuery<T> below(TypedQuery<T> query, String realmId, String rootId) {
        return query.setParameter("uai", Schools.UAI)
                .setParameter("realm", realmId)
                .setParameter("root", rootId);
    }

    /** By the name of the school's group, which is its UAI, in any case: the index of Keycloak's table leads to it. */
    List<String> idsOfNamed(String realmId, String rootId, String uai) {
        return em.createQuery(
                        "select g.id from GroupEntity g where g.realm = :realm and g.type = 0 and g.parentId = :root"
                                + " and g.name in :names",
                        String.class)
                .setParameter("realm", realmId)
                .setParameter("root", rootId)
                .setParameter("names", spellings(uai).collect(Collectors.toSet()))
                .getResultList();
    }

    private static Stream<String> spellings(String uai) {
        return Stream.of(uai, uai.toUpperCase(Locale.ROOT), uai.toLowerCase(Locale.ROOT));
    }

    /** Ids of the clients that have an attribute with a value; reads the clients' attributes of the realm. */
    List<String> clientsWith(String realmId, String attribute, String value) {
        return em.createQuery(
                        "select a.client.clientId from ClientAttributeEntity a"
                                + " where a.client.realmId = :realm and a.name = :name and a.value = :value",
                        String.class)
                .setParameter("realm", realmId)
                .setParameter("name", attribute)
                .setParameter("value", value)
                .getResultList();
    }

    List<String> groupsWithRoles(String realmId) {
        return em.createQuery(
                        "select distinct m.group.id from GroupRoleMappingEntity m where m.group.realm = :realm",
                        String.class)
                .setParameter("realm", realmId)
                .getResultList();
    }
}
