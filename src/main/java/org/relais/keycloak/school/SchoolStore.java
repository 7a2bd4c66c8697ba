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

    private static final String SCHOOL =
            "select g.id as id, g.description as name, u.value as uai, t.value as type, c.value as closed"
                    + " from GroupEntity g"
                    + " join GroupAttributeEntity u on u.group = g and u.name = :uai"
                    + " left join GroupAttributeEntity t on t.group = g and t.name = :type"
                    + " left join GroupAttributeEntity c on c.group = g and c.name = :closed"
                    + " where g.realm = :realm and g.type = 0 and g.parentId = :root";

    private final EntityManager em;

    public SchoolStore(EntityManager em) {
        this.em = em;
    }

    /** One group under a school, as stored. */
    record GroupRow(String id, String name, String description, String profile, School school) {

        Optional<ManagedGroup> managedBy(Profiles profiles) {
            return Optional.ofNullable(profile)
                    .or(() -> Profile.suffixInName(name, school.uai()))
                    .flatMap(profiles::withSuffix)
                    .map(found -> new ManagedGroup(id, name, description, school, found));
        }
    }

    List<GroupRow> groupsIn(String realmId, Collection<School> schools) {
        Map<String, School> byId = schools.stream().collect(Collectors.toMap(School::id, Function.identity()));
        return em.createQuery(
                        "select g.id as id, g.name as name, g.description as description, g.parentId as parent,"
                                + " p.value as profile from GroupEntity g"
                                + " left join GroupAttributeEntity p on p.group = g and p.name = :profile"
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
                row.get("profile", String.class),
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

    /** By the names of their groups, which are their UAIs, as written here and in upper case. */
    List<School> schoolsNamed(String realmId, String rootId, Collection<String> uais) {
        Set<String> names = uais.stream()
                .flatMap(uai -> Stream.of(uai, uai.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        return schools(
                em.createQuery(SCHOOL + " and g.name in :names", Tuple.class).setParameter("names", names),
                realmId,
                rootId);
    }

    private static List<School> schools(TypedQuery<Tuple> query, String realmId, String rootId) {
        return below(query, realmId, rootId)
                .setParameter("type", Schools.TYPE)
                .getResultStream()
                .map(row -> new School(
                        row.get("id", String.class),
                        row.get("uai", String.class),
                        Objects.requireNonNullElse(row.get("name", String.class), row.get("uai", String.class)),
                        row.get("type", String.class),
                        Boolean.parseBoolean(row.get("closed", String.class))))
                .toList();
    }

    /** Sets the parameters of a query about schools below the group that is the root of all. */
    static <T> TypedQuery<T> below(TypedQuery<T> query, String realmId, String rootId) {
        return query.setParameter("uai", Schools.UAI)
                .setParameter("closed", Schools.CLOSED)
                .setParameter("realm", realmId)
                .setParameter("root", rootId);
    }

    /** By the name of the school's group, which is its UAI: that is what the index of Keycloak's table leads to. */
    Optional<String> schoolId(String realmId, String rootId, String uai) {
        return em.createQuery(
                        "select g.id from GroupEntity g where g.realm = :realm and g.type = 0 and g.parentId = :root"
                                + " and g.name in :names",
                        String.class)
                .setParameter("realm", realmId)
                .setParameter("root", rootId)
                .setParameter("names", List.of(uai, uai.toUpperCase(Locale.ROOT)))
                .getResultStream()
                .findFirst();
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
