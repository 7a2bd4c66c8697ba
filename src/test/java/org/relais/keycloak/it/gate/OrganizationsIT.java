package org.relais.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.DEMO_APP;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.GrantToGive;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.CodeFlow;
import org.relais.keycloak.it.support.protocol.HtmlForm;
import org.relais.keycloak.it.support.server.GuardedClients;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** Keycloak's organizations beside Relais: another way to the password, another kind of group, and nothing else. */
@ExtendWith(RelaisServer.class)
class OrganizationsIT {

    private static final String ORGANIZATION = "mairie";

    @Test
    void the_gate_stands_behind_the_sign_in_by_organization_and_opens_for_our_groups_only(TestRealm realm) {
        GuardedClients.addTo(realm);
        realm.admin().put("", Map.of("organizationsEnabled", true)).expect(204);
        String organization = realm.admin()
                .post(
                        "/organizations",
                        Map.of(
                                "name",
                                ORGANIZATION,
                                "alias",
                                ORGANIZATION,
                                "enabled",
                                true,
                                "domains",
                                List.of(Map.of("name", "academie.example", "verified", true))))
                .expect(201)
                .createdId();
        TestPerson person = TestPerson.aPerson().whoSignsIn().in(realm);
        realm.admin()
                .post("/organizations/" + organization + "/members", "\"" + person.id() + "\"")
                .expect(201);

        assertThat(signIn(realm, person).expect(200).text()).contains("relais-closed");
        assertThat(GuardedClients.refuses(realm.trySignIn(person.username(), PRONOTE)))
                .isTrue();

        GrantToGive.aGrant(realm).to(person.username()).give();

        assertThat(signIn(realm, person).expect(302).header("Location")).contains("code=");
        assertThat(realm.signIn(person.username(), PRONOTE).groups()).containsExactly(GROUP);
        assertThat(realm.admin()
                        .get("/users/" + person.id() + "/groups")
                        .expect(200)
                        .json()
                        .findValuesAsText("name"))
                .containsExactly(GROUP);
    }

    /** First the name, which leads to the organization, then the password. */
    private static Answer signIn(TestRealm realm, TestPerson person) {
        CodeFlow flow = realm.codeFlow(PRONOTE, DEMO_APP);
        String server = realm.server().url().toString();
        Answer first = flow.open();
        assertThat(first.text()).doesNotContain("name=\"password\"");
        Answer second = flow.browser()
                .follow(
                        flow.browser()
                                .post(
                                        HtmlForm.in(first, "kc-form-login").action(),
                                        Map.of("username", person.username())),
                        server);
        return flow.browser()
                .follow(
                        flow.browser()
                                .post(
                                        HtmlForm.in(second, "kc-form-login").action(),
                                        Map.of("username", person.username(), "password", TestRealm.PASSWORD)),
                        server);
    }
}
