package org.relais.keycloak.it.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.ManyPeople;
import org.relais.keycloak.it.support.people.PeopleSearch;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** By whatever route people come, change and go: the search follows. */
@ExtendWith(RelaisServer.class)
class PeopleFreshnessIT {

    private static TestRealm realm;
    private static PeopleSearch search;
    private static Sql sql;

    @BeforeAll
    static void the_index_is_there(TestRealm fresh) {
        realm = fresh;
        sql = Sql.of(realm.server());
        search = PeopleSearch.upToDate(realm);
    }

    @Test
    void an_administrator_creates_changes_disables_and_deletes_somebody() {
        TestPerson person = aPerson().called("Brehat", "Premier").in(realm);
        assertThat(search.find("brehat")).containsExactly(person.username());

        update(person, Map.of("firstName", "Sein", "lastName", "Second"));
        assertThat(search.find("brehat")).isEmpty();
        assertThat(search.find("sein second")).containsExactly(person.username());

        update(person, Map.of("enabled", false));
        assertThat(search.find("sein second")).isEmpty();

        update(person, Map.of("enabled", true));
        assertThat(search.find("sein second")).containsExactly(person.username());

        realm.admin().delete("/users/" + person.id()).expect(204);
        assertThat(search.find("sein second")).isEmpty();
        assertThat(sql.number("select count(*) from RELAIS_PERSON_TOKEN where PERSON_ID = ?", person.id()))
                .isZero();
    }

    @Test
    void what_could_not_be_written_after_a_change_is_written_by_the_next_housekeeping() {
        TestPerson person = aPerson().called("Trielen", "Avant").in(realm);
        sql.change("alter table RELAIS_PERSON_TOKEN add constraint NOT_NOW check (TOKEN <> 'balanec')");
        try {
            update(person, Map.of("firstName", "Trielen", "lastName", "Balanec"));
        } finally {
            sql.change("alter table RELAIS_PERSON_TOKEN drop constraint NOT_NOW");
        }
        assertThat(search.find("balanec")).isEmpty();

        realm.server().clock().ahead(Duration.ofMinutes(2));
        Housekeeping.run(realm.server());

        assertThat(PeopleSearch.of(Manager.head(realm)).find("balanec")).containsExactly(person.username());
        assertThat(sql.number("select count(*) from RELAIS_EDITED where USER_ID = ?", person.id()))
                .isZero();
    }

    @Test
    void somebody_changes_their_own_name_in_the_account_console() {
        TestPerson person = aPerson().called("Brasparts", "Avant").whoSignsIn().in(realm);
        String token = realm.accountConsole().signIn(person.username()).access();
        new Api(realm.server().url(), () -> token)
                .below("/realms/" + realm.name() + "/account")
                .post(
                        "",
                        Map.of(
                                "username",
                                person.username(),
                                "email",
                                person.email(),
                                "firstName",
                                "Brasparts",
                                "lastName",
                                "Après"))
                .expect(204);

        assertThat(search.find("apres brasparts")).containsExactly(person.username());
        assertThat(search.find("avant brasparts")).isEmpty();
    }

    @Test
    void who_has_been_disabled_or_marked_as_a_pupil_behind_keycloaks_back_is_not_shown() {
        TestPerson disabled = aPerson().called("Quiberon", "Un").in(realm);
        TestPerson pupil = aPerson()
                .called("Quiberon", "Deux")
                .with("ENTPersonProfils", "National_XYZ")
                .in(realm);
        assertThat(search.find("quiberon")).hasSize(2);

        sql.change("update USER_ENTITY set ENABLED = false where ID = ?", disabled.id());
        sql.change("update USER_ATTRIBUTE set VALUE = 'National_ELV' where USER_ID = ?", pupil.id());

        assertThat(search.find("quiberon")).isEmpty();
    }

    @Test
    void a_partial_import_tells_of_nobody_and_is_found_within_a_minute() {
        realm.admin()
                .post(
                        "/partialImport",
                        Map.of(
                                "ifResourceExists",
                                "FAIL",
                                "users",
                                List.of(Map.of(
                                        "username", "imported.1",
                                        "enabled", true,
                                        "firstName", "Hoedic",
                                        "lastName", "Houat"))))
                .expect(200);
        Housekeeping.run(realm.server());
        assertThat(search.find("houat hoedic")).containsExactly("imported.1");
    }

    @Test
    void accounts_written_behind_keycloaks_back_are_found_after_a_reconciliation() {
        ManyPeople.in(realm, "silent", 3);
        TestPerson renamed = aPerson().called("Batz", "Vieux").in(realm);
        TestPerson gone = aPerson().called("Batz", "Parti").in(realm);
        sql.change("update USER_ENTITY set LAST_NAME = 'Nouveau' where ID = ?", renamed.id());
        sql.change("delete from USER_ROLE_MAPPING where USER_ID = ?", gone.id());
        sql.change("delete from USER_ATTRIBUTE where USER_ID = ?", gone.id());
        sql.change("delete from CREDENTIAL where USER_ID = ?", gone.id());
        sql.change("delete from USER_ENTITY where ID = ?", gone.id());
        assertThat(search.find("batz parti")).isEmpty();

        realm.admin().post("/relais/people/reindex", null).expect(202);
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> status().hasNonNull("endedAt"));

        assertThat(search.find("batz nouveau")).containsExactly(renamed.username());
        assertThat(search.find("silent")).hasSize(3);
        assertThat(sql.number("select count(*) from RELAIS_PERSON where ID = ?", gone.id()))
                .isZero();
        assertThat(status().get("compared").asLong()).isGreaterThan(3);
        assertThat(status().get("ageSeconds").asLong()).isBetween(0L, 3600L);
    }

    @Test
    void a_reconciliation_is_made_every_day_and_writes_nothing_where_nothing_has_changed() {
        Housekeeping.run(realm.server());
        try {
            realm.server().clock().ahead(Duration.ofHours(25));
            Housekeeping.run(realm.server());
            assertThat(status().get("written").asLong()).isZero();
            assertThat(status().get("compared").asLong()).isPositive();
            assertThat(status().get("ageSeconds").asLong()).isLessThan(3600);
        } finally {
            realm.server().clock().reset();
        }
    }

    @Test
    void a_reconciliation_goes_on_where_it_was_though_a_federation_is_synchronised_meanwhile() {
        ManyPeople.in(realm, "beyond", 5);
        Housekeeping.run(realm.server());
        List<String> accounts = sql.texts("select ID from USER_ENTITY where REALM_ID = ? order by ID", realmId());
        long begun = System.currentTimeMillis() - Duration.ofMinutes(1).toMillis();
        sql.change(
                "update RELAIS_INDEX set PLACE = ?, STARTED_AT = ?, ENDED_AT = null, COMPARED = 0, SYNCS = 'other'"
                        + " where REALM_ID = ?",
                accounts.get(accounts.size() - 4),
                begun,
                realmId());

        Housekeeping.run(realm.server());
        assertThat(status().get("compared").asInt())
                .as("those behind its place")
                .isEqualTo(3);
        assertThat(status().hasNonNull("endedAt")).isTrue();

        Housekeeping.run(realm.server());
        assertThat(startedAt()).as("it rests").isEqualTo(begun);
        realm.server().clock().ahead(Duration.ofMinutes(10));
        Housekeeping.run(realm.server());
        assertThat(startedAt())
                .as("then it is the turn of what was synchronised")
                .isGreaterThan(begun);
        assertThat(status().get("compared").asInt()).isEqualTo(accounts.size());
    }

    @Test
    void somebody_who_cannot_be_written_holds_up_nobody() {
        ManyPeople.in(realm, "silently", 5);
        sql.change("alter table RELAIS_PERSON_TOKEN add constraint NEVER check (TOKEN <> 'silently2')");
        try {
            realm.admin().post("/relais/people/reindex", null).expect(202);
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> status().hasNonNull("endedAt"));

            assertThat(search.find("silently"))
                    .containsExactlyInAnyOrder("silently1", "silently3", "silently4", "silently5");
        } finally {
            sql.change("alter table RELAIS_PERSON_TOKEN drop constraint NEVER");
        }
    }

    @Test
    void service_accounts_are_nobody() {
        realm.admin()
                .post(
                        "/clients",
                        Map.of("clientId", "robot-ile", "serviceAccountsEnabled", true, "publicClient", false))
                .expect(201);
        Housekeeping.run(realm.server());
        assertThat(search.find("service-account-robot")).isEmpty();
        assertThat(search.find("robot-ile")).isEmpty();
    }

    @Test
    void a_deleted_realm_leaves_nothing_behind() {
        String id;
        try (TestRealm other = TestRealm.fresh(realm.server())) {
            Housekeeping.run(realm.server());
            id = LedgerRows.of(other).realmId();
            assertThat(sql.number("select count(*) from RELAIS_PERSON where REALM_ID = ?", id))
                    .isPositive();
        }
        for (String table : List.of("RELAIS_PERSON", "RELAIS_PERSON_TOKEN", "RELAIS_INDEX", "RELAIS_WATERMARK")) {
            assertThat(sql.number("select count(*) from " + table + " where REALM_ID = ?", id))
                    .as(table)
                    .isZero();
        }
    }

    private static void update(TestPerson person, Map<String, Object> change) {
        Map<String, Object> user = new HashMap<>();
        realm.admin()
                .get("/users/" + person.id())
                .expect(200)
                .json()
                .properties()
                .forEach(field -> user.put(field.getKey(), field.getValue()));
        user.putAll(change);
        realm.admin().put("/users/" + person.id(), user).expect(204);
    }

    private static JsonNode status() {
        return realm.admin().get("/relais/status").expect(200).json().get("directory");
    }

    private static String realmId() {
        return LedgerRows.of(realm).realmId();
    }

    private static long startedAt() {
        return sql.number("select STARTED_AT from RELAIS_INDEX where REALM_ID = ?", realmId());
    }
}
