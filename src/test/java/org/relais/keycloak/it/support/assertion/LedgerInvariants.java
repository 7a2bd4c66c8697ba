package org.relais.keycloak.it.support.assertion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** What must hold in the tables at every instant between two transactions. */
public final class LedgerInvariants {

    private static final String ACTIVE = " from RELAIS_GRANT g where g.REALM_ID = ? and g.STATUS = 'ACTIVE'";

    private final Sql sql;
    private final String realmId;

    public LedgerInvariants(TestRealm realm) {
        this.sql = Sql.of(realm.server());
        this.realmId = LedgerRows.of(realm).realmId();
    }

    /** @param prefix of the people who are members by a grant only */
    public void check(String prefix) {
        none(
                "an active grant without its membership",
                "select g.ID" + ACTIVE + " and not exists (select 1 from USER_GROUP_MEMBERSHIP m"
                        + " where m.GROUP_ID = g.GROUP_ID and m.USER_ID = g.USER_ID)");
        none(
                "a membership without its grant",
                "select u.USERNAME from USER_ENTITY u join USER_GROUP_MEMBERSHIP m on m.USER_ID = u.ID"
                        + " where u.REALM_ID = ? and u.USERNAME like '" + prefix + "%' and not exists (select 1"
                        + " from RELAIS_GRANT g where g.GROUP_ID = m.GROUP_ID and g.USER_ID = u.ID"
                        + " and g.STATUS = 'ACTIVE')");
        none(
                "two active grants in one group",
                "select g.USER_ID" + ACTIVE + " group by g.GROUP_ID, g.USER_ID having count(*) > 1");
        none(
                "a grant without its line of the journal",
                "select g.ID from RELAIS_GRANT g where g.REALM_ID = ?" + withoutLine("GIVEN"));
        none(
                "an end without its line of the journal",
                "select g.ID from RELAIS_GRANT g where g.REALM_ID = ? and g.STATUS = 'ENDED'" + withoutLine("ENDED"));
        none(
                "a line of the journal without its grant",
                "select j.ID from RELAIS_JOURNAL j where j.REALM_ID = ? and j.GRANT_ID is not null"
                        + " and not exists (select 1 from RELAIS_GRANT g where g.ID = j.GRANT_ID)");
        none(
                "a receipt of a grant that is not there",
                "select r.ID from RELAIS_RECEIPT r, unnest(string_to_array(r.GRANTED || ',' || r.ENDED, ',')) i (ID)"
                        + " where r.REALM_ID = ? and i.ID <> '' and not exists (select 1 from RELAIS_GRANT g"
                        + " where g.ID = i.ID)");
    }

    /** Whoever is in the one group is in the other group of that school, both ways. */
    public void checkTogether(String suffix, String other) {
        for (List<String> pair : List.of(List.of(suffix, other), List.of(other, suffix))) {
            none(
                    "half of what belongs together",
                    "select g.ID from RELAIS_GRANT g join KEYCLOAK_GROUP k on k.ID = g.GROUP_ID"
                            + " where g.REALM_ID = ? and g.STATUS = 'ACTIVE' and k.NAME like '%\\_" + pair.get(0)
                            + "' and not exists (select 1 from RELAIS_GRANT o join KEYCLOAK_GROUP l on l.ID = o.GROUP_ID"
                            + " where o.USER_ID = g.USER_ID and o.STATUS = 'ACTIVE' and o.SCHOOL_ID = g.SCHOOL_ID"
                            + " and l.NAME like '%\\_" + pair.get(1) + "')");
        }
    }

    /** All grants with their state, to be compared. */
    public List<String> state() {
        return sql.texts(
                "select g.ID || ' ' || g.STATUS || ' ' || coalesce(g.END_CAUSE, '') || ' ' || g.VERSION"
                        + " from RELAIS_GRANT g where g.REALM_ID = ? order by g.ID",
                realmId);
    }

    private void none(String what, String query) {
        assertThat(sql.texts(query, realmId)).as(what).isEmpty();
    }

    private static String withoutLine(String action) {
        return " and 1 <> (select count(*) from RELAIS_JOURNAL j where j.GRANT_ID = g.ID and j.ACTION = '" + action
                + "')";
    }
}
