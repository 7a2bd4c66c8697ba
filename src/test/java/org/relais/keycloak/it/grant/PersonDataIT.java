package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.AccountToCreate.anAccount;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_GROUP;
import static org.relais.keycloak.it.support.people.GrantToGive.aGrant;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.DemoNames;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.server.TestTargets;
import org.relais.keycloak.it.support.stub.MailServer;

/** All that is kept about one person, and what is left of it once the account is deleted. */
@ExtendWith(RelaisServer.class)
class PersonDataIT {

    private TestRealm realm;
    private MailServer mails;
    private Sql sql;
    private String realmId;

    @BeforeEach
    void a_realm_of_its_own(ServerUnderTest server) {
        realm = server.freshRealm();
        TestProfiles.of(realm).allowUntil(Days.in(300), "AES");
        mails = MailServer.start().serving(realm);
        sql = Sql.of(server);
        realmId = LedgerRows.of(realm).realmId();
    }

    @AfterEach
    void close() {
        mails.close();
        realm.close();
    }

    @Test
    void the_export_of_a_person_has_all_there_is() {
        TestPerson person = aPerson().officiallyIn("0359001U_DOC").in(realm);
        JsonNode grant = Manager.head(realm).give(GROUP, person, Days.soon());
        Manager.head(realm).patch(grant, Map.of("reason", "autre")).expect(200);
        JsonNode other = Manager.head(realm).give("0359001U_ASH", person, Days.soon());
        Manager.head(realm).end(other).expect(200);
        delegate("0359001U_invites", person.id());
        MailServer.awaitNothingDue(realm);

        JsonNode export = export(person.id());

        assertThat(export.get("person").get("name").asText()).isEqualTo("Enora Le Bras");
        assertThat(export.get("accesses").findValuesAsText("status")).containsExactlyInAnyOrder("ACTIVE", "ENDED");
        assertThat(export.get("accesses").findValuesAsText("reason")).contains("autre");
        assertThat(export.get("given")).isEmpty();
        assertThat(export.get("journal").findValuesAsText("action"))
                .contains("GIVEN", "CHANGED", "ENDED", "DELEGATED", "JOINED");
        assertThat(export.get("groups").findValuesAsText("group")).containsExactlyInAnyOrder(GROUP, "0359001U_DOC");
        assertThat(export.get("delegations")).hasSize(1);
        assertThat(export.get("mails").findValuesAsText("kind")).contains("GIVEN", "ENDED", "DELEGATED");
        assertThat(export.get("mails").findValuesAsText("state"))
                .contains("SENT")
                .isSubsetOf("SENT", "NEEDLESS");
    }

    @Test
    void the_export_of_a_person_has_what_applications_hold_and_what_they_are_to_be_told() {
        TestPerson person = aPerson().in(realm);
        String moodle = TestTargets.of(realm).add(TestTargets.aMoodle(URI.create("http://127.0.0.1:1")));
        sql.change(
                "insert into RELAIS_HOLDING (TARGET_ID, USER_ID, REALM_ID, PLACES, REMOTE_ID, DELIVERED_AT)"
                        + " values (?, ?, ?, '0359001U-AES', '17', 0)",
                moodle,
                person.id(),
                realmId);
        sql.change(
                "insert into RELAIS_DELIVERY (TARGET_ID, USER_ID, REALM_ID, REQUESTED_AT, NEXT_AT, LEASED_UNTIL, ATTEMPTS,"
                        + " REVISION, LAST_ERROR) values (?, ?, ?, 0, ?, 0, 1, 0, 'refused')",
                moodle,
                person.id(),
                realmId,
                Days.endOf(Days.soon()));

        JsonNode export = export(person.id());

        JsonNode held = export.at("/holdings/0");
        assertThat(held.get("application").asText()).isEqualTo("Moodle");
        assertThat(held.at("/places/0").asText()).isEqualTo("0359001U-AES");
        assertThat(held.get("remoteId").asText()).isEqualTo("17");
        assertThat(held.get("deliveredAt").asText()).isEqualTo("1970-01-01T00:00:00Z");
        JsonNode waiting = export.at("/deliveries/0");
        assertThat(waiting.get("application").asText()).isEqualTo("Moodle");
        assertThat(waiting.get("requestedAt").asText()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(waiting.get("error").asText()).isEqualTo("refused");
    }

    @Test
    void the_export_of_a_head_has_what_the_head_did() {
        JsonNode grant = Manager.head(realm).give(GROUP, aPerson().in(realm), Days.soon());

        JsonNode export = export(realm.userId(HEAD));

        assertThat(export.get("accesses")).isEmpty();
        assertThat(export.get("given").findValuesAsText("id"))
                .contains(grant.get("id").asText());
        assertThat(export.get("journal").findValuesAsText("grantId"))
                .contains(grant.get("id").asText());
    }

    @Test
    void a_deleted_account_leaves_the_facts_and_no_name() {
        String identifier = "lena.hascoet@academie.example";
        String grant = aGrant(realm).awaiting(identifier).give();
        String never = aGrant(realm).awaiting("lena.hascoet").in(OTHER_GROUP).give();
        sql.change("update RELAIS_GRANT set STATUS = 'ENDED', ACTIVE_KEY = null where ID = ?", never);
        String person = anAccount("lena.hascoet").in(realm);
        realm.admin()
                .put(
                        "/users/" + person,
                        Map.of(
                                "username",
                                "lena.hascoet",
                                "firstName",
                                "Léna",
                                "lastName",
                                "Hascoët",
                                "email",
                                identifier,
                                "emailVerified",
                                true,
                                "enabled",
                                true))
                .expect(204);
        assertThat(LedgerRows.of(realm).grant(grant).status()).isEqualTo("ACTIVE");
        MailServer.awaitNothingDue(realm);
        long lines = LedgerRows.of(realm).count("RELAIS_JOURNAL", realmId);

        realm.admin().delete("/users/" + person).expect(204);

        assertThat(stored()).noneMatch(text -> text.contains("lena.hascoet") || text.contains("\"reason\""));
        assertThat(LedgerRows.of(realm).count("RELAIS_JOURNAL", realmId)).isEqualTo(lines + 1);
        assertThat(sql.texts("select ACTION from RELAIS_JOURNAL where GRANT_ID = ? order by AT", grant))
                .containsExactly("GIVEN", "ACTIVATED", "ENDED");
        assertThat(sql.texts("select DETAILS from RELAIS_JOURNAL where GRANT_ID = ? and ACTION = 'GIVEN'", grant))
                .allMatch(details -> details.contains("endsOn"));
        assertThat(LedgerRows.of(realm).grant(grant).cause()).isEqualTo("PERSON_REMOVED");
        assertThat(sql.number("select count(*) from RELAIS_NOTICE where USER_ID = ?", person))
                .isZero();
        assertThat(mails.to(realm, DemoNames.email(HEAD))).isEmpty();
    }

    @Test
    void a_deleted_realm_leaves_no_notice() {
        Manager.head(realm).give(GROUP, aPerson().in(realm), Days.in(20));
        MailServer.awaitNothingDue(realm);
        realm.server().clock().ahead(Days.untilNoonOf(Days.in(5)));
        Housekeeping.run(realm.server());
        assertThat(LedgerRows.of(realm).count("RELAIS_REMINDER", realmId)).isEqualTo(2);
        MailServer.awaitNothingDue(realm);

        realm.close();

        assertThat(LedgerRows.of(realm).count("RELAIS_NOTICE", realmId)).isZero();
        assertThat(LedgerRows.of(realm).count("RELAIS_REMINDER", realmId)).isZero();
        realm = realm.server().freshRealm();
    }

    /** Whatever text the ledger holds of the realm. */
    private List<String> stored() {
        return Stream.of(
                        "select DETAILS from RELAIS_JOURNAL where REALM_ID = ?",
                        "select coalesce(IDENTIFIER, '') || coalesce(REASON, '') from RELAIS_GRANT where REALM_ID = ?")
                .flatMap(query -> sql.texts(query, realmId).stream())
                .toList();
    }

    private JsonNode export(String userId) {
        return realm.admin()
                .get("/relais/people/" + userId + "/export")
                .expect(200)
                .json();
    }

    private void delegate(String group, String person) {
        realm.relais(HEAD)
                .post(
                        "/groups/" + realm.groupId(group) + "/managers",
                        Map.of(
                                "type",
                                "USER",
                                "principalId",
                                person,
                                "endsOn",
                                Days.in(9).toString()))
                .expect(200);
    }
}
