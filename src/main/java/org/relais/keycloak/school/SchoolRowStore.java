package org.relais.keycloak.school;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final String ROWS =
            "select g.id as school, g.name as group, g.description as schoolName, u.value as uai,"
                    + " t.value as type, c.value as closed from GroupEntity g"
                    + " left join GroupAttributeEntity u on u.group = g and u.name = :uai"
                    + " left join GroupAttributeEntity t on t.group = g and t.name = :type"
                    + " left join GroupAttributeEntity c on c.group = g and c.name = :closed"
                    + " where g.realm = :realm and g.type = 0 and g.parentId = :root";

    private final EntityManager em;

    public SchoolRowStore(EntityManager em) {
        this.em = em;
    }

    /** A group under the schools root, whether or not it is a school yet. */
    public record SchoolRow(String id, String group, String name, String uai, String type, boolean closed) {

        School school() {
            String known = uai == null ? group : uai;
            return new School(id, known, Objects.requireNonNullElse(name, known), type, closed);
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
                .setParameter("type", Schools.TYPE);
        parameters.forEach(query::setParameter);
        return query.getResultStream().map(SchoolRowStore::schoolRow).toList();
    }

    private static SchoolRow schoolRow(Tuple row) {
        return new SchoolRow(
                row.get("school", String.class),
                row.get("group", String.class),
                row.get("schoolName", String.class),
                row.get("uai", String.class),
                row.get("type", String.class),
                Boolean.parseBoolean(row.get("closed", String.class)));
    }

    /** Groups of schools by id, with their schools. */
    List<GroupRow> groups(String realmId, String rootId, Collection<String> ids) {
        var query = em.createQuery(
                "select g.id as id, g.name as name, g.description as description, p.value as profile,"
                        + " s.id as school, s.name as group, s.description as schoolName, u.value as uai,"
                        + " t.value as type, c.value as closed from GroupEntity g"
                        + " join GroupEntity s on s.id = g.parentId"
                        + " join GroupAttributeEntity u on u.group = s and u.name = :uai"
                        + " left join GroupAttributeEntity t on t.group = s and t.name = :type"
                        + " left join GroupAttributeEntity c on c.group = s and c.name = :closed"
                        + " left join GroupAttributeEntity p on p.group = g and p.name = :profile"
                        + " where g.id in :ids and g.realm = :realm and g.type = 0 and s.parentId = :root",
                Tuple.class);
        return SchoolStore.below(query, realmId, rootId)
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
