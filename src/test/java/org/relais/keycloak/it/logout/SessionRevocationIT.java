package org.relais.keycloak.it.logout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.DEMO_APP;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.OfficialRecordFixture;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.CodeFlow;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.Clients;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.stub.LogoutListener;
import org.relais.keycloak.it.support.stub.UnresponsiveServer;

/** An access ends: the sessions at its applications end with it, and the others stay. */
@ExtendWith(RelaisServer.class)
class SessionRevocationIT {

    private static LogoutListener application;

    @BeforeAll
    static void pronote_wants_to_know_of_logouts(TestRealm realm) {
        application = LogoutListener.start();
        Clients.of(realm).setAttribute(PRONOTE, "backchannel.logout.url", application.url());
        Clients.of(realm).setAttribute(PRONOTE, "backchannel.logout.session.required", "true");
    }

    @AfterAll
    static void the_application_stops() {
        application.close();
    }

    @Test
    void ending_an_access_ends_the_sessions_it_opened_and_no_other(TestRealm realm) {
        TestPerson person = aPerson().whoSignsIn().in(realm);
        JsonNode grant = Manager.head(realm).give(GROUP, person, Days.soon());
        CodeFlow browser = realm.codeFlow(PRONOTE, DEMO_APP);
        Tokens pronote = browser.signIn(person.username());
        Tokens moodle = browser.then("moodle", DEMO_APP).continueSession();
        assertThat(clientsOf(realm, person)).containsExactly("moodle", PRONOTE);

        Manager.head(realm).end(grant).expect(200);

        JsonNode told = application.awaitLogoutOf(person.id());
        assertThat(told.path("sid").asText())
                .isEqualTo(pronote.idClaims().path("sid").asText());
        assertThat(told.path("aud").asText()).isEqualTo(PRONOTE);
        assertThat(told.path("iss").asText())
                .isEqualTo(pronote.idClaims().path("iss").asText());
        assertThat(told.path("events").has("http://schemas.openid.net/event/backchannel-logout"))
                .isTrue();
        assertThat(clientsOf(realm, person)).containsExactly("moodle");
        realm.tryRefresh(pronote, PRONOTE).expect(400);
        assertThat(realm.refresh(moodle, "moodle").access()).isNotBlank();
    }

    @Test
    void a_session_stays_where_another_membership_opens_the_application(TestRealm realm) {
        TestPerson person = aPerson()
                .with(OfficialRecordFixture.FUNCTIONS, "0359001U$AED")
                .whoSignsIn()
                .in(realm);
        JsonNode grant = Manager.head(realm).give(GROUP, person, Days.soon());
        Tokens pronote = realm.signIn(person.username(), PRONOTE);
        Tokens library = realm.signIn(person.username(), "pmb");

        Manager.head(realm).end(grant).expect(200);

        awaitClients(realm, person, PRONOTE);
        assertThat(realm.refresh(pronote, PRONOTE).groups()).containsExactly("0359001U_AED");
        realm.tryRefresh(library, "pmb").expect(400);
        assertThat(application.logoutsOf(person.id())).isEmpty();
    }

    @Test
    void the_end_of_the_last_day_ends_the_sessions(TestRealm realm) {
        TestPerson person = aPerson().whoSignsIn().in(realm);
        Manager.head(realm).give(GROUP, person, Days.today());
        realm.server().clock().ahead(Days.untilJustAfter(Days.today()).minusSeconds(30));
        realm.signIn(person.username(), PRONOTE);

        realm.server().clock().ahead(Days.untilJustAfter(Days.today()).plusSeconds(30));
        Housekeeping.run(realm.server());

        assertThat(application.awaitLogoutOf(person.id()).path("sub").asText()).isEqualTo(person.id());
        awaitClients(realm, person);
    }

    @Test
    void a_function_that_goes_from_the_record_ends_the_sessions(TestRealm realm) {
        TestPerson person = aPerson()
                .with(OfficialRecordFixture.FUNCTIONS, "0359001U$AES")
                .whoSignsIn()
                .in(realm);
        Tokens tokens = realm.signIn(person.username(), PRONOTE);

        OfficialRecordFixture.of(realm).set(person);

        application.awaitLogoutOf(person.id());
        awaitClients(realm, person);
        realm.tryRefresh(tokens, PRONOTE).expect(400);
    }

    @Test
    void an_official_member_whom_an_administrator_takes_out_is_signed_off(TestRealm realm) {
        TestPerson person = aPerson().officiallyIn(GROUP).whoSignsIn().in(realm);
        realm.signIn(person.username(), PRONOTE);

        realm.admin()
                .delete("/users/" + person.id() + "/groups/" + realm.groupId(GROUP))
                .expect(204);

        application.awaitLogoutOf(person.id());
        awaitClients(realm, person);
    }

    @Test
    void an_application_that_is_down_is_told_later_and_keeps_no_session_alive(TestRealm realm) {
        TestPerson person = aPerson().whoSignsIn().in(realm);
        JsonNode grant = Manager.head(realm).give(GROUP, person, Days.soon());
        Tokens tokens = realm.signIn(person.username(), PRONOTE);
        application.breakDown();
        try {
            Manager.head(realm).end(grant).expect(200);
            awaitClients(realm, person);
            Awaitility.await().until(() -> attemptsFor(realm, person).equals(List.of("1")));
        } finally {
            application.recover();
        }
        realm.tryRefresh(tokens, PRONOTE).expect(400);

        realm.server().clock().ahead(Duration.ofSeconds(90));
        Housekeeping.run(realm.server());

        application.awaitLogoutOf(person.id());
        assertThat(attemptsFor(realm, person)).isEmpty();
    }

    @Test
    void sessions_that_cannot_be_ended_are_ended_a_minute_later(TestRealm realm) {
        TestPerson person = aPerson().whoSignsIn().in(realm);
        JsonNode grant = Manager.head(realm).give(GROUP, person, Days.soon());
        realm.signIn(person.username(), PRONOTE);
        Sql sql = Sql.of(realm.server());
        sql.change("alter table RELAIS_LOGOUT add constraint NOT_NOW check (SUBJECT <> '" + person.id() + "')");
        try {
            Manager.head(realm).end(grant).expect(200);
            Awaitility.await()
                    .until(() -> sql.texts("select ATTEMPTS from RELAIS_SIGN_OFF where USER_ID = ?", person.id())
                            .equals(List.of("1")));
        } finally {
            sql.change("alter table RELAIS_LOGOUT drop constraint NOT_NOW");
        }
        assertThat(clientsOf(realm, person)).containsExactly(PRONOTE);

        realm.server().clock().ahead(Duration.ofSeconds(90));
        Housekeeping.run(realm.server());

        application.awaitLogoutOf(person.id());
        awaitClients(realm, person);
    }

    @Test
    void an_offline_token_ends_with_the_access(TestRealm realm) {
        TestPerson person = aPerson().whoSignsIn().in(realm);
        JsonNode grant = Manager.head(realm).give(GROUP, person, Days.soon());
        Tokens offline =
                Tokens.of(realm.askToken(PRONOTE, TestRealm.passwordForm(person.username(), "openid offline_access"))
                        .expect(200)
                        .json());
        assertThat(realm.refresh(offline, PRONOTE).groups()).containsExactly(GROUP);

        Manager.head(realm).end(grant).expect(200);

        application.awaitLogoutOf(person.id());
        realm.tryRefresh(offline, PRONOTE).expect(400);
    }

    @Test
    void an_application_that_does_not_answer_keeps_no_other_from_hearing(TestRealm realm) {
        Sql sql = Sql.of(realm.server());
        try (UnresponsiveServer silent = UnresponsiveServer.start()) {
            Clients.of(realm)
                    .setAttribute("moodle", "backchannel.logout.url", "http://127.0.0.1:%d/".formatted(silent.port()));
            for (int i = 1; i <= 12; i++) {
                logoutToTell(realm, "moodle", "somebody", i);
            }
            String person = UUID.randomUUID().toString();
            logoutToTell(realm, PRONOTE, person, 13);

            CompletableFuture<Void> housekeeping = CompletableFuture.runAsync(() -> Housekeeping.run(realm.server()));

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> !application.logoutsOf(person).isEmpty());
            assertThat(housekeeping).succeedsWithin(Duration.ofSeconds(30));
        } finally {
            Clients.of(realm).setAttribute("moodle", "backchannel.logout.url", "");
            sql.change("delete from RELAIS_LOGOUT where SUBJECT = 'somebody'");
        }
    }

    @Test
    void a_group_that_is_deleted_ends_the_sessions_it_opened(TestRealm realm) {
        TestPerson person = aPerson().officiallyIn(OTHER_GROUP).whoSignsIn().in(realm);
        realm.signIn(person.username(), "pronote-0359002V");

        realm.admin().delete("/groups/" + realm.groupId(OTHER_GROUP)).expect(204);

        awaitClients(realm, person);
    }

    @Test
    void a_group_that_leaves_its_school_ends_the_sessions_it_opened(TestRealm realm) {
        TestPerson person = aPerson().officiallyIn("0359002V_ASH").whoSignsIn().in(realm);
        realm.signIn(person.username(), "pronote-0359002V");

        moveToTheTop(realm, realm.groupId("0359002V_ASH"), "0359002V_ASH");

        awaitClients(realm, person);
    }

    @Test
    void a_school_that_leaves_the_schools_ends_the_sessions_its_groups_opened(TestRealm realm) {
        TestPerson person = aPerson().officiallyIn("0299001B_AES").whoSignsIn().in(realm);
        realm.signIn(person.username(), "pronote-0299001B");

        moveToTheTop(realm, realm.groupId("/etablissements/0299001B"), "0299001B");

        awaitClients(realm, person);
    }

    private static void moveToTheTop(TestRealm realm, String groupId, String name) {
        realm.admin().post("/groups", Map.of("id", groupId, "name", name)).expect(204);
    }

    private static void logoutToTell(TestRealm realm, String clientId, String subject, long at) {
        Sql.of(realm.server())
                .change(
                        "insert into RELAIS_LOGOUT (ID, REALM_ID, CLIENT_UUID, SUBJECT, ISSUER, ATTEMPTS, NEXT_AT)"
                                + " values (?, ?, ?, ?, ?, 0, ?)",
                        UUID.randomUUID().toString(),
                        LedgerRows.of(realm).realmId(),
                        Clients.of(realm).id(clientId),
                        subject,
                        realm.server().url() + "/realms/" + realm.name(),
                        at);
    }

    private static List<String> attemptsFor(TestRealm realm, TestPerson person) {
        return Sql.of(realm.server()).texts("select ATTEMPTS from RELAIS_LOGOUT where SUBJECT = ?", person.id());
    }

    private static void awaitClients(TestRealm realm, TestPerson person, String... clients) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(clientsOf(realm, person)).containsExactly(clients));
    }

    private static Set<String> clientsOf(TestRealm realm, TestPerson person) {
        Set<String> clients = new TreeSet<>();
        realm.admin()
                .get("/users/" + person.id() + "/sessions")
                .expect(200)
                .json()
                .forEach(session -> session.path("clients").forEach(client -> clients.add(client.asText())));
        return clients;
    }
}
