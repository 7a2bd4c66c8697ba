package org.relais.keycloak.it.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** The rows of a foreign realm and of a foreign school, as text: whatever table of Relais has them, and Keycloak's own. */
final class UntouchedRows {

    /** Made from the others, in the background. */
    private static final String DERIVED = "relais_person%";

    private final Sql sql;

    UntouchedRows(TestRealm realm) {
        this.sql = Sql.of(realm.server());
    }

    List<String> ofRealm(TestRealm realm) {
        String id =
                sql.texts("select id from realm where name = ?", realm.name()).get(0);
        List<String> rows = new ArrayList<>();
        for (String table : tablesWith("realm_id")) {
            rows.addAll(rows(table, "realm_id = ?", id));
        }
        rows.addAll(rows("keycloak_group", "realm_id = ?", id));
        rows.addAll(rows("user_entity", "realm_id = ?", id));
        rows.addAll(rows("component", "realm_id = ?", id));
        rows.addAll(rows("component_config", "component_id in (select id from component where realm_id = ?)", id));
        rows.addAll(rows("client", "realm_id = ?", id));
        rows.addAll(rows("admin_event_entity", "realm_id = ?", id));
        rows.addAll(rows("user_group_membership", "user_id in (select id from user_entity where realm_id = ?)", id));
        rows.addAll(rows("group_attribute", "group_id in (select id from keycloak_group where realm_id = ?)", id));
        return rows;
    }

    List<String> ofSchool(TestRealm realm, String uai) {
        String id = realm.groupId("/etablissements/" + uai);
        String groups = "group_id in (select id from keycloak_group where ? in (id, parent_group))";
        List<String> rows = new ArrayList<>();
        for (String table : tablesWith("group_id")) {
            rows.addAll(rows(table, groups, id));
        }
        for (String table : tablesWith("school_id")) {
            rows.addAll(rows(table, "school_id = ?", id));
        }
        rows.addAll(rows("user_group_membership", groups, id));
        rows.addAll(rows("group_attribute", groups, id));
        rows.addAll(rows("group_role_mapping", groups, id));
        rows.addAll(rows("keycloak_group", "? in (id, parent_group)", id));
        return rows;
    }

    /** Acts in the journal: {@code <id of the actor> <name of the group> <action>}. */
    List<String> acts(TestRealm realm) {
        return sql.texts(
                "select distinct j.actor || ' ' || coalesce(g.name, '?') || ' ' || j.action from relais_journal j"
                        + " left join keycloak_group g on g.id = j.group_id"
                        + " where j.realm_id = (select id from realm where name = ?)",
                realm.name());
    }

    /** Who was made a manager meanwhile, and of what: {@code <id of the person> <name of the group>}. */
    List<String> delegates(TestRealm realm) {
        String ofRealm = " join keycloak_group g on g.id = j.group_id"
                + " where j.realm_id = (select id from realm where name = ?) and j.action = 'DELEGATED'";
        List<String> delegates = new ArrayList<>(sql.texts(
                "select j.user_id || ' ' || g.name from relais_journal j" + ofRealm + " and j.user_id is not null",
                realm.name()));
        delegates.addAll(sql.texts(
                "select m.user_id || ' ' || g.name from relais_journal j"
                        + " join user_group_membership m on j.details like '%' || m.group_id || '%'" + ofRealm
                        + " and j.user_id is null",
                realm.name()));
        return delegates;
    }

    private List<String> tablesWith(String column) {
        return sql.texts(
                "select table_name from information_schema.columns where table_name like 'relais%' and table_name not like ?"
                        + " and column_name = ? order by 1",
                DERIVED, column);
    }

    private List<String> rows(String table, String condition, String id) {
        return sql.texts(
                "select '%s ' || t::text from %s t where %s order by 1".formatted(table, table, condition), id);
    }
}
