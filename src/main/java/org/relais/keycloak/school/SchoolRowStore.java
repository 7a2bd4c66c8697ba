package org.relais.keycloak.school;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.jpa.GroupAdapter;
import org.keycloak.models.jpa.entities.GroupAttributeEntity;
import org.keycloak.models.jpa.entities.GroupEntity;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.SchoolStore.GroupRow;

/**
 * Keycloak's table of groups, for many schools at once. Keycloak's model flushes the session and searches the whole cache for
 * each group it creates: it takes a minute for what takes a second here.
 */
public final class SchoolRowStore {

    private static final String SAID_UAI =
            " (select min(u.value) from GroupAttributeEntity u where u.group = %1$s and u.name = :uai) as uai,"
                    + " (select max(u.value) from GroupAttributeEntity u where u.group = %1$s and u.name = :uai)"
                    + " as otherUai,";

    private static final String ROWS = "select g.id as school, g.name as group, g.description as schoolName,"
            + SAID_UAI.formatted("g") + SchoolStore.TYPE_AND_CLOSED.formatted("g") + " from GroupEntity g"
            + " where g.realm = :realm and g.type = 0 and g.parentId = :root";

    private final EntityManager em;

    public SchoolRowStore(EntityManager em) {
        this.em = em;
    }

    /**
     * A group under the schools root, whether or not it is a school yet.
     *
     * @param uais the UAIs that its attribute says: none, one, or two that are not the same
     */
    public record SchoolRow(String id, String group, String name, List<String> uais, String type, boolean closed) {

        /** What the group is as soon as its attribute says its name. */
        School school() {
            return new School(id, group, Objects.requireNonNullElse(name, group), type, closed);
        }

        /** Whether the attribute says what the name says. */
        public boolean isConfirmed() {
            return SchoolIdentity.isConfirmed(group, uais);
        }

        /** Whether the group is a school, among all the groups beside it. */
        public boolean isSchool(Set<String> names) {
            return SchoolIdentity.holds(group, uais, names::contains);
        }
    }

    public List<SchoolRow> all(String realmId, String rootId) {
        return rows(realmId, rootId, "", Map.of());
    }

    /** Those whose group has one of these names. */
    public List<SchoolRow> named(String realmId, String rootId, Collection<String> names) {
        return rows(realmId, rootId, " and g.name in :names", Map.of("names", names));
    }

    private List<SchoolRow> rows(String realmId, String rootId, String condition, Map<String, Object> parameters) {
        var query = SchoolStore.below(
                        em.createQuery(ROWS + condition + " order by g.name", Tuple.class), realmId, rootId)
                .setParameter("closed", Schools.CLOSED)
                .setParameter("type", Schools.TYPE);
        parameters.forEach(query::setParameter);
        return query.getResultStream().map(SchoolRowStore::schoolRow).toList();
    }

    private static SchoolRow schoolRow(Tuple row) {
        return new SchoolRow(
                row.get("school", String.class),
                row.get("group", String.class),
                row.get("schoolName", String.class),
                Stream.of(row.get("uai", String.class), row.get("otherUai", String.class))
                        .filter(Objects::nonNull)
                        .toList(),
                row.get("type", String.class),
                row.get("closed", Long.class) > 0);
    }

    /** Groups of schools by id, with their schools. */
    List<GroupRow> groups(String realmId, String rootId, Collection<String> ids) {
        var query = em.createQuery(
                "select g.id as id, g.name as name, g.description as description," + SchoolStore.SAID_PROFILE + ","
                        + " s.id as school, s.name as group, s.description as schoolName,"
                        + SAID_UAI.formatted("s") + SchoolStore.TYPE_AND_CLOSED.formatted("s")
                        + " from GroupEntity g join GroupEntity s on s.id = g.parentId"
                        + " where g.id in :ids and g.realm = :realm and g.type = 0 and s.parentId = :root and"
                        + SchoolIdentity.condition("s"),
                Tuple.class);
        return SchoolStore.below(query, realmId, rootId)
                .setParameter("closed", Schools.CLOSED)
                .setParameter("type", Schools.TYPE)
                .setParameter("profile", Schools.PROFILE)
                .setParameter("ids", ids)
                .getResultStream()
                .map(row -> SchoolStore.groupRow(row, schoolRow(row).school()))
                .toList();
    }

    /** Adds a group with one attribute; the caller invalidates the cache. */
    public void addGroup(RealmContext context, String schoolId, String name, String profile) {
        long now = context.clock().millis();
        GroupEntity group = new GroupEntity();
        group.setId(KeycloakModelUtils.generateId());
        group.setName(name);
        group.setRealm(context.realmId());
        group.setParentId(schoolId);
        group.setType(GroupModel.Type.REALM.intValue());
        group.setCreatedTimestamp(now);
        group.setLastModifiedTimestamp(now);
        em.persist(group);
        GroupAttributeEntity attribute = new GroupAttributeEntity();
        attribute.setId(KeycloakModelUtils.generateId());
        attribute.setName(Schools.PROFILE);
        attribute.setValue(profile);
        attribute.setGroup(group);
        em.persist(attribute);
        group.getAttributes().add(attribute);
        GroupModel.GroupCreatedEvent.fire(
                new GroupAdapter(context.session(), context.realm(), em, group), context.session());
    }

    public void flush() {
        em.flush();
    }
}
