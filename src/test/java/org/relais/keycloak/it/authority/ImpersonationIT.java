package org.relais.keycloak.it.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.ADMINISTRATOR;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.DemoNames;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.protocol.CodeFlow;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.Clients;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.stub.Mail;
import org.relais.keycloak.it.support.stub.MailServer;

/** What an administrator does in the session of somebody else carries the name of the administrator. */
@ExtendWith(RelaisServer.class)
class ImpersonationIT {

    private static final String TESTS = "tests";

    private TestRealm realm;
    private String head;
    private String administrator;

    @BeforeEach
    void an_academy_is_there(ServerUnderTest server) {
        realm = server.freshRealm();
        head = realm.userId(HEAD);
        administrator = realm.userId(ADMINISTRATOR);
    }

    @AfterEach
    void the_realm_goes() {
        realm.close();
    }

    @Test
    void journal_access_and_admin_event_name_who_impersonates() {
        TestPerson person = aPerson().in(realm);
        Api asHead = realm.relaisWith(consoleOf(impersonating(head)).access());

        JsonNode given = give(asHead, person);
        JsonNode ended =
                asHead.delete("/grants/" + given.get("id").asText()).expect(200).json();

        assertNamesAdministrator(given.get("grantedBy"));
        assertNamesAdministrator(ended.get("endedBy"));
        JsonNode lines = realm.admin()
                .get("/relais/journal?person=" + person.id())
                .expect(200)
                .json()
                .get("items");
        assertThat(lines.findValuesAsText("action")).containsExactly("ENDED", "GIVEN");
        lines.forEach(line -> assertNamesAdministrator(line.get("actor")));
        assertThat(realm.admin()
                        .get("/relais/journal?actor=" + administrator + "&person=" + person.id())
                        .expect(200)
                        .json()
                        .get("items"))
                .hasSize(2);
        JsonNode events = realm.admin()
                .get("/admin-events?resourcePath=relais/grants/"
                        + given.get("id").asText())
                .expect(200)
                .json();
        assertThat(events).isNotEmpty().allSatisfy(event -> {
            assertThat(event.at("/details/impersonator").asText()).isEqualTo(ADMINISTRATOR);
            assertThat(event.at("/details/impersonator_id").asText()).isEqualTo(administrator);
        });
        assertThat(realm.admin()
                        .get("/relais/journal.csv?person=" + person.id())
                        .text())
                .contains("Admin Académie, agissant comme Nolwenn Le Goff");
    }

    @Test
    void a_person_in_their_own_session_acts_under_their_own_name_only() {
        TestPerson person = aPerson().in(realm);
        JsonNode given = give(realm.relais(HEAD), person);

        assertThat(given.at("/grantedBy/id").asText()).isEqualTo(head);
        assertThat(given.get("grantedBy").has("impersonator")).isFalse();
        assertThat(realm.relais(HEAD).get("/me").expect(200).json().hasNonNull("impersonator"))
                .isFalse();
    }

    @Test
    void the_page_learns_that_the_session_is_somebody_elses() {
        JsonNode me = realm.relaisWith(consoleOf(impersonating(head)).access())
                .get("/me")
                .expect(200)
                .json();

        assertThat(me.get("id").asText()).isEqualTo(head);
        assertThat(me.at("/impersonator/id").asText()).isEqualTo(administrator);
        assertThat(me.at("/impersonator/name").asText()).isEqualTo("Admin Académie");
        assertThat(me.get("readOnly").asBoolean()).isFalse();
    }

    @Test
    void an_administrator_of_the_realm_master_is_named_too() {
        TestPerson person = aPerson().in(realm);
        CodeFlow flow = realm.accountConsole();
        flow.browser()
                .remember(realm.admin()
                        .post("/users/" + head + "/impersonation", Map.of())
                        .expect(200));
        JsonNode given = give(realm.relaisWith(flow.continueSession().access()), person);

        assertThat(given.at("/grantedBy/id").asText()).isEqualTo(head);
        assertThat(given.at("/grantedBy/impersonator/id").asText()).isNotBlank().isNotEqualTo(head);
        assertThat(given.at("/grantedBy/impersonator/name").asText()).isEqualTo("admin");
    }

    @Test
    void an_offline_token_of_such_a_session_names_who_impersonates() {
        TestPerson person = aPerson().in(realm);
        Clients.of(realm).addScope("account-console", "offline_access");
        CodeFlow flow = impersonating(head);
        Tokens offline = flow.exchange(flow.open(Map.of("scope", "openid offline_access")));
        Tokens later = realm.refresh(offline, "account-console");

        JsonNode given = give(realm.relaisWith(later.access()), person);

        assertNamesAdministrator(given.get("grantedBy"));
    }

    @Test
    void many_grants_changed_at_once_and_delegations_name_who_impersonates() {
        TestPerson person = aPerson().in(realm);
        JsonNode given = give(realm.relais(HEAD), person);
        TestPerson other = administratorOfUsers();
        Api asOther = realm.relaisAdminWith(testsOf(impersonating(other.id())).access());

        asOther.post("/grants/end", Map.of("ids", List.of(given.get("id").asText())))
                .expect(200);
        realm.relaisWith(consoleOf(impersonating(head)).access())
                .post(
                        "/groups/" + realm.groupId(GROUP) + "/managers",
                        Map.of(
                                "type",
                                "USER",
                                "principalId",
                                person.id(),
                                "endsOn",
                                Days.soon().toString()))
                .expect(200);

        JsonNode lines = realm.admin()
                .get("/relais/journal?person=" + person.id())
                .expect(200)
                .json()
                .get("items");
        assertThat(lines.findValuesAsText("action")).containsExactly("DELEGATED", "ENDED", "GIVEN");
        assertNamesAdministrator(lines.get(0).get("actor"));
        assertThat(lines.get(1).at("/actor/id").asText()).isEqualTo(other.id());
        assertThat(lines.get(1).at("/actor/impersonator/id").asText()).isEqualTo(administrator);
        assertThat(lines.get(2).get("actor").has("impersonator")).isFalse();
    }

    @Test
    void keycloaks_own_change_of_a_membership_names_who_impersonates() {
        TestPerson person = aPerson().in(realm);
        TestPerson other = administratorOfUsers();

        new Api(realm.server().url(), () -> testsOf(impersonating(other.id())).access())
                .below("/admin/realms/" + realm.name())
                .put("/users/%s/groups/%s".formatted(person.id(), realm.groupId(GROUP)), Map.of())
                .expect(204);

        JsonNode line = realm.admin()
                .get("/relais/journal?person=" + person.id())
                .expect(200)
                .json()
                .at("/items/0");
        assertThat(line.get("action").asText()).isEqualTo("JOINED");
        assertThat(line.at("/actor/impersonator/id").asText()).isEqualTo(administrator);
    }

    @Test
    void a_realm_may_refuse_every_change_in_such_a_session() {
        TestPerson person = aPerson().in(realm);
        AcademySettings.of(realm).set("refuseImpersonatedChanges", "true");
        Api asHead = realm.relaisWith(consoleOf(impersonating(head)).access());
        TestPerson other = administratorOfUsers();
        Api asOther = realm.relaisAdminWith(testsOf(impersonating(other.id())).access());

        Refused.only(tryToGive(asHead, person), 403, "not-allowed-impersonated", null);
        Refused.only(asOther.post("/grants/end", Map.of("ids", List.of("x"))), 403, "not-allowed-impersonated", null);
        assertThat(asHead.get("/me").expect(200).json().get("readOnly").asBoolean())
                .isTrue();
        asHead.get("/groups").expect(200);
        asOther.get("/grants").expect(200);
        assertThat(person.grantsIn(realm)).isEmpty();

        give(realm.relais(HEAD), person);
    }

    @Test
    void both_get_a_mail() {
        try (MailServer mails = MailServer.start().serving(realm)) {
            TestPerson person = aPerson().in(realm);

            give(realm.relaisWith(testsOf(impersonating(head)).access()), person);

            Mail toHead = mails.onlyOneTo(realm, DemoNames.email(HEAD));
            assertThat(toHead.subject()).startsWith("Un administrateur a agi en votre nom");
            assertThat(toHead.text())
                    .contains("Personne : " + person.username(), "Nom déclaré par la personne : Enora Le Bras");
            assertThat(mails.onlyOneTo(realm, DemoNames.email(ADMINISTRATOR)).subject())
                    .startsWith("Vous avez agi au nom d’une autre personne");
            assertThat(mails.onlyOneTo(realm, person.email()).subject()).startsWith("Votre accès anticipé");
        }
    }

    private TestPerson administratorOfUsers() {
        TestPerson person = aPerson().in(realm);
        String client = Clients.of(realm).id("realm-management");
        JsonNode role = realm.admin()
                .get("/clients/" + client + "/roles/manage-users")
                .expect(200)
                .json();
        JsonNode view = realm.admin()
                .get("/clients/" + client + "/roles/view-users")
                .expect(200)
                .json();
        realm.admin()
                .post("/users/" + person.id() + "/role-mappings/clients/" + client, List.of(role, view))
                .expect(204);
        return person;
    }

    /** The administrator of the realm has opened the session of somebody, in a browser at the account console. */
    private CodeFlow impersonating(String userId) {
        Answer session = new Api(realm.server().url(), () -> realm.token(ADMINISTRATOR, TESTS))
                .below("/admin/realms/" + realm.name())
                .post("/users/" + userId + "/impersonation", Map.of())
                .expect(200);
        CodeFlow flow = realm.accountConsole();
        flow.browser().remember(session);
        return flow;
    }

    private static Tokens consoleOf(CodeFlow flow) {
        return flow.continueSession();
    }

    /** The tokens of the same browser at the client that may administer. */
    private Tokens testsOf(CodeFlow flow) {
        String id = Clients.of(realm).id(TESTS);
        JsonNode client = realm.admin().get("/clients/" + id).expect(200).json();
        ((ObjectNode) client)
                .put("standardFlowEnabled", true)
                .putArray("redirectUris")
                .add(DemoNames.DEMO_APP + "*");
        realm.admin().put("/clients/" + id, client).expect(204);
        return flow.then(TESTS, DemoNames.DEMO_APP).continueSession();
    }

    private JsonNode give(Api api, TestPerson person) {
        return tryToGive(api, person).expect(200).json().at("/granted/0");
    }

    private Answer tryToGive(Api api, TestPerson person) {
        return api.post(
                "/groups/" + realm.groupId(GROUP) + "/changes",
                aChange().adding(person).until(Days.soon()).body());
    }

    private void assertNamesAdministrator(JsonNode actor) {
        assertThat(actor.get("id").asText()).isEqualTo(head);
        assertThat(actor.at("/impersonator/id").asText()).isEqualTo(administrator);
        assertThat(actor.at("/impersonator/name").asText()).isEqualTo("Admin Académie");
    }
}
