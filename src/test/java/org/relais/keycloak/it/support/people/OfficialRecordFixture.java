package org.relais.keycloak.it.support.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** The official record of people: their functions, and what the rule made of them. */
public final class OfficialRecordFixture {

    public static final String FUNCTIONS = "ENTPersonFonctions";

    private final TestRealm realm;
    private final Sql sql;

    private OfficialRecordFixture(TestRealm realm) {
        this.realm = realm;
        this.sql = Sql.of(realm.server());
    }

    public static OfficialRecordFixture of(TestRealm realm) {
        return new OfficialRecordFixture(realm);
    }

    /** By the Admin API, of which an event tells. */
    public void set(TestPerson person, String... functions) {
        ObjectNode user = (ObjectNode)
                realm.admin().get("/users/" + person.id()).expect(200).json();
        ArrayNode values = user.withObject("/attributes").putArray(FUNCTIONS);
        for (String function : functions) {
            values.add(function);
        }
        realm.admin().put("/users/" + person.id(), user).expect(204);
    }

    /** In the database, of which nothing tells. */
    public void setUnheard(TestPerson person, String... functions) {
        sql.change("delete from USER_ATTRIBUTE where USER_ID = ? and NAME = ?", person.id(), FUNCTIONS);
        for (String function : functions) {
            sql.change(
                    "insert into USER_ATTRIBUTE (ID, USER_ID, NAME, VALUE) values (?, ?, ?, ?)",
                    UUID.randomUUID().toString(),
                    person.id(),
                    FUNCTIONS,
                    function);
        }
        forgetUsers();
    }

    public void forgetUsers() {
        realm.admin().post("/clear-user-cache", null).expect(204);
    }

    public boolean isMember(TestPerson person, String group) {
        return LedgerRows.of(realm).isMember(realm.groupId(group), person.id());
    }

    public boolean isMadeByRule(TestPerson person, String group) {
        return sql.number(
                        "select count(*) from RELAIS_OFFICIAL_MEMBER where GROUP_ID = ? and USER_ID = ?",
                        realm.groupId(group),
                        person.id())
                == 1;
    }
}
