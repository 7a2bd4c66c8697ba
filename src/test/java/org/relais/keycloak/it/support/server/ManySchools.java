package org.relais.keycloak.it.support.server;

import org.relais.keycloak.it.support.assertion.LedgerRows;

/** Schools with a group for each profile, written straight into the database. */
public final class ManySchools {

    private ManySchools() {}

    public static void addTo(TestRealm realm, int count) {
        Sql sql = Sql.of(realm.server());
        String realmId = LedgerRows.of(realm).realmId();
        sql.change(
                "insert into KEYCLOAK_GROUP (ID, NAME, PARENT_GROUP, REALM_ID, TYPE)"
                        + " select gen_random_uuid()::text, 'Z' || lpad(n::text, 6, '0'), ?, ?, 0"
                        + " from generate_series(1, ?) n",
                realm.groupId("/etablissements"),
                realmId,
                count);
        sql.change(
                "insert into GROUP_ATTRIBUTE (ID, NAME, VALUE, GROUP_ID)"
                        + " select gen_random_uuid()::text, a.NAME, case a.NAME when 'uai' then g.NAME else 'CLG' end, g.ID"
                        + " from KEYCLOAK_GROUP g, (values ('uai'), ('type')) a (NAME)"
                        + " where g.REALM_ID = ? and g.NAME like 'Z______'",
                realmId);
        sql.change(
                "insert into KEYCLOAK_GROUP (ID, NAME, PARENT_GROUP, REALM_ID, TYPE)"
                        + " select gen_random_uuid()::text, s.NAME || '_' || p.SUFFIX, s.ID, s.REALM_ID, 0"
                        + " from KEYCLOAK_GROUP s, unnest(string_to_array("
                        + "'AES,ASH,AED,DOC,ENS,DIR,eleves-invites,invites', ',')) p (SUFFIX)"
                        + " where s.REALM_ID = ? and s.NAME like 'Z______'",
                realmId);
        realm.admin().post("/clear-realm-cache", null).expect(204);
    }
}
