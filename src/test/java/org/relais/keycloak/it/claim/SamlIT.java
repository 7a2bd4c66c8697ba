package org.relais.keycloak.it.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_GROUP;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.GrantToGive;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.CodeFlow;
import org.relais.keycloak.it.support.protocol.HtmlForm;
import org.relais.keycloak.it.support.protocol.SamlAnswer;
import org.relais.keycloak.it.support.protocol.SamlFlow;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.GuardedClients;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** What a SAML client learns, by the same options as a client of OpenID Connect, and how it is refused. */
@ExtendWith(RelaisServer.class)
class SamlIT {

    private static TestPerson granted;
    private static TestPerson official;
    private static TestPerson stranger;

    @BeforeAll
    static void people_come(TestRealm realm) {
        GuardedClients.addTo(realm);
        granted = TestPerson.aPerson().whoSignsIn().in(realm);
        GrantToGive.aGrant(realm).to(granted.username()).give();
        official = TestPerson.aPerson().whoSignsIn().officiallyIn(GROUP).in(realm);
        stranger = TestPerson.aPerson().whoSignsIn().in(realm);
    }

    @Test
    void the_scope_tells_groups_schools_and_last_day(TestRealm realm) {
        write(realm, Map.of());

        SamlAnswer answer = signIn(realm, granted);

        assertThat(answer.status()).containsExactly("Success");
        assertThat(answer.attributes())
                .containsEntry("groups", List.of(GROUP))
                .containsEntry("schools", List.of("0359001U"))
                .containsEntry("access_ends_on", List.of(Days.soon().toString()));
        assertThat(signIn(realm, official).attributes())
                .containsEntry("groups", List.of(GROUP))
                .doesNotContainKey("access_ends_on");
    }

    @Test
    void the_options_are_those_of_the_claim(TestRealm realm) {
        write(realm, Map.of("format", "path", "letters", "lower", "prefix", "x:"));
        assertThat(groups(realm)).containsExactly("x:/etablissements/0359001u/0359001u_aes");
        write(realm, Map.of("format", "object"));
        assertThat(groups(realm))
                .containsExactly("{\"name\":\"0359001U_AES\",\"uai\":\"0359001U\",\"profile\":\"AES\",\"endsOn\":\""
                        + Days.soon() + "\"}");
        write(realm, Map.of("values", "AES=National_EVS"));
        assertThat(groups(realm)).containsExactly("National_EVS");
        write(realm, Map.of("values", "ENS=National_ENS"));
        assertThat(signIn(realm, granted).attributes()).doesNotContainKey("groups");
    }

    @Test
    void several_groups_are_several_values_or_one_text(TestRealm realm) {
        TestPerson twice =
                TestPerson.aPerson().whoSignsIn().officiallyIn(OTHER_GROUP).in(realm);
        GrantToGive.aGrant(realm).to(twice.username()).give();
        write(realm, Map.of());
        assertThat(signIn(realm, twice).attributes())
                .containsEntry("groups", List.of(GROUP, OTHER_GROUP))
                .containsEntry("schools", List.of("0359001U", "0359002V"))
                .doesNotContainKey("access_ends_on");

        write(realm, Map.of("separator", ";"));

        assertThat(signIn(realm, twice).attributes()).containsEntry("groups", List.of("0359001U_AES;0359002V_AES"));
    }

    @Test
    void an_unknown_format_is_refused(TestRealm realm) {
        ObjectNode mapper = mapper(realm);
        ((ObjectNode) mapper.get("config")).put("format", "xml");

        assertThat(realm.admin().put(path(realm, mapper), mapper).expect(400).text())
                .contains("format");
    }

    @Test
    void the_way_back_from_the_refusal_is_a_response_that_says_denied(TestRealm realm) {
        SamlFlow flow = GuardedClients.samlFlow(realm);
        Answer page = flow.answerForm(flow.open(), stranger.username());
        assertThat(page.text()).contains("relais-closed", "relais-back");

        Answer back = flow.browser().post(HtmlForm.in(page, "login-actions").action(), Map.of());

        assertThat(SamlAnswer.in(back).status()).contains("RequestDenied");
        assertThat(SamlAnswer.in(back).attributes()).isEmpty();
        assertThat(HtmlForm.in(back, "saml-post-binding").values()).containsEntry("RelayState", "where-i-was");
    }

    @Test
    void a_sign_in_begun_at_keycloak_is_refused_on_a_page_without_a_way_back(TestRealm realm) {
        SamlFlow flow = GuardedClients.samlFlow(realm);
        String begin = realm.server().url() + "/realms/" + realm.name() + "/protocol/saml/clients/portail";

        Answer refused = flow.answerForm(follow(realm, flow, begin), stranger.username());
        assertThat(refused.text()).contains("relais-closed").doesNotContain("relais-back");

        SamlFlow other = GuardedClients.samlFlow(realm);
        assertThat(SamlAnswer.in(other.answerForm(follow(realm, other, begin), granted.username()))
                        .status())
                .containsExactly("Success");
    }

    @Test
    void a_session_that_is_there_already_does_not_get_round_it(TestRealm realm) {
        CodeFlow console = realm.accountConsole();
        console.signIn(stranger.username());
        SamlFlow flow = new SamlFlow(realm, GuardedClients.SAML, GuardedClients.SAML_CONSUMER, console.browser());

        assertThat(flow.open().text()).contains("relais-closed");
        assertThat(SamlAnswer.in(flow.open(true)).status()).contains("NoPassive");
    }

    private static Answer follow(TestRealm realm, SamlFlow flow, String address) {
        return flow.browser()
                .follow(flow.browser().get(address), realm.server().url().toString());
    }

    private static SamlAnswer signIn(TestRealm realm, TestPerson person) {
        return GuardedClients.samlFlow(realm).signIn(person.username());
    }

    private static List<String> groups(TestRealm realm) {
        return signIn(realm, granted).attributes().get("groups");
    }

    private static void write(TestRealm realm, Map<String, String> settings) {
        ObjectNode mapper = mapper(realm);
        ObjectNode config = (ObjectNode) mapper.get("config");
        config.remove(List.of("values", "letters", "prefix", "separator"));
        config.put("format", "name");
        settings.forEach(config::put);
        realm.admin().put(path(realm, mapper), mapper).expect(204);
    }

    private static ObjectNode mapper(TestRealm realm) {
        return (ObjectNode) scope(realm).at("/protocolMappers/0");
    }

    private static String path(TestRealm realm, JsonNode mapper) {
        return "/client-scopes/%s/protocol-mappers/models/%s"
                .formatted(scope(realm).get("id").asText(), mapper.get("id").asText());
    }

    private static JsonNode scope(TestRealm realm) {
        for (JsonNode scope : realm.admin().get("/client-scopes").expect(200).json()) {
            if (scope.get("name").asText().equals("relais-saml")) {
                return scope;
            }
        }
        throw new AssertionError("There is no scope relais-saml");
    }
}
