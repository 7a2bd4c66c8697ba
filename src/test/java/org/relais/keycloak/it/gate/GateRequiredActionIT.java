package org.relais.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.DEMO_APP;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.DemoNames;
import org.relais.keycloak.it.support.people.GrantToGive;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.CodeFlow;
import org.relais.keycloak.it.support.protocol.HtmlForm;
import org.relais.keycloak.it.support.protocol.SamlAnswer;
import org.relais.keycloak.it.support.protocol.SamlFlow;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.Clients;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Flows;
import org.relais.keycloak.it.support.server.GuardedClients;
import org.relais.keycloak.it.support.server.OtherRealm;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** The gate where a sign-in does not come by the browser flow of the realm; SAML has nothing else to keep it closed. */
@ExtendWith(RelaisServer.class)
class GateRequiredActionIT {

    private static final Pattern REGISTRATION = Pattern.compile("href=\"([^\"]*/registration\\?[^\"]*)\"");

    @BeforeAll
    static void the_saml_client_has_a_browser_flow_of_its_own_without_the_step(TestRealm realm) {
        GuardedClients.addTo(realm);
        ObjectNode client = Clients.of(realm).find(GuardedClients.SAML);
        client.putObject("authenticationFlowBindingOverrides")
                .put("browser", Flows.of(realm).id("browser"));
        realm.admin().put("/clients/" + client.get("id").asText(), client).expect(204);
        realm.admin().put("", Map.of("registrationAllowed", true)).expect(204);
    }

    @Test
    void a_flow_of_the_clients_own_does_not_get_round_it(TestRealm realm) {
        TestPerson person = TestPerson.aPerson().whoSignsIn().in(realm);
        SamlFlow flow = GuardedClients.samlFlow(realm);

        Answer page = flow.answerForm(flow.open(), person.username());

        assertThat(page.text()).contains("relais-closed", "relais-back");
        Answer back = flow.browser().post(HtmlForm.in(page, "login-actions").action(), Map.of());
        assertThat(SamlAnswer.in(back).status()).contains("RequestDenied");
    }

    @Test
    void a_session_that_is_there_already_does_not_either_and_a_passive_request_brings_nothing(TestRealm realm) {
        TestPerson person = TestPerson.aPerson().whoSignsIn().in(realm);
        CodeFlow console = realm.accountConsole();
        console.signIn(person.username());
        SamlFlow flow = new SamlFlow(realm, GuardedClients.SAML, GuardedClients.SAML_CONSUMER, console.browser());

        assertThat(flow.open().text()).contains("relais-closed");
        assertThat(SamlAnswer.in(flow.open(true)).status()).contains("NoPassive");
    }

    @Test
    void it_opens_to_whom_a_group_opens_the_application(TestRealm realm) {
        TestPerson person = TestPerson.aPerson().whoSignsIn().in(realm);
        GrantToGive.aGrant(realm).to(person.username()).give();

        assertThat(GuardedClients.samlFlow(realm).signIn(person.username()).attributes())
                .containsEntry("groups", List.of(GROUP));
    }

    @Test
    void an_account_that_is_made_on_the_way_does_not_open_it(TestRealm realm) {
        String name = "r-" + UUID.randomUUID().toString().substring(0, 13);
        SamlFlow flow = GuardedClients.samlFlow(realm);
        String server = realm.server().url().toString();
        Matcher link = REGISTRATION.matcher(flow.open().expect(200).text());
        assertThat(link.find()).isTrue();
        Answer form = flow.browser().get(server + link.group(1).replace("&amp;", "&"));

        Answer page = flow.browser()
                .follow(
                        flow.browser()
                                .post(
                                        HtmlForm.in(form, "kc-register-form").action(),
                                        Map.of(
                                                "username",
                                                name,
                                                "email",
                                                DemoNames.email(name),
                                                "firstName",
                                                "Enora",
                                                "lastName",
                                                "Le Bras",
                                                "password",
                                                TestRealm.PASSWORD,
                                                "password-confirm",
                                                TestRealm.PASSWORD)),
                        server);

        assertThat(page.expect(200).text()).contains("relais-closed");
        assertThat(realm.userId(name)).isNotEmpty();
    }

    @Test
    void an_identity_provider_that_came_later_does_not_get_round_it(TestRealm realm) {
        try (OtherRealm elsewhere = OtherRealm.of(realm)) {
            String name = elsewhere
                    .add("i-" + UUID.randomUUID().toString().substring(0, 13))
                    .username();

            CodeFlow flow = realm.codeFlow(PRONOTE, DEMO_APP);

            Answer page = elsewhere.signIn(flow, name);
            assertThat(page.expect(200).text()).contains("relais-closed");
            Answer back = flow.browser().post(HtmlForm.in(page, "login-actions").action(), Map.of());
            assertThat(URLDecoder.decode(back.expect(302).header("Location"), StandardCharsets.UTF_8))
                    .contains("error=access_denied", "error_description=" + GuardedClients.REASON);
        }
    }

    @Test
    void a_gate_that_only_observes_notes_whom_no_step_has_looked_at_once_a_day(TestRealm realm) {
        TestPerson person = TestPerson.aPerson().whoSignsIn().in(realm);
        AcademySettings.of(realm).set("gateObserves", "true");
        try {
            assertThat(SamlAnswer.isIn(enter(realm, person))).isTrue();
            assertThat(SamlAnswer.isIn(enter(realm, person))).isTrue();
            assertThat(noted(realm, person)).containsExactly("{\"client\":\"" + GuardedClients.SAML + "\"}");

            realm.server().clock().ahead(Days.untilJustAfter(Days.today()));
            assertThat(SamlAnswer.isIn(enter(realm, person))).isTrue();
            assertThat(noted(realm, person)).hasSize(2);
        } finally {
            realm.server().clock().reset();
            AcademySettings.of(realm).set("gateObserves");
        }
    }

    private static Answer enter(TestRealm realm, TestPerson person) {
        SamlFlow flow = GuardedClients.samlFlow(realm);
        return flow.answerForm(flow.open(), person.username());
    }

    private static List<String> noted(TestRealm realm, TestPerson person) {
        return LedgerRows.of(realm).linesOf("WOULD_REFUSE", person.id());
    }
}
