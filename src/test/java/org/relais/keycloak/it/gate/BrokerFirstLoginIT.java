package org.relais.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.DEMO_APP;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.GrantToGive;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.CodeFlow;
import org.relais.keycloak.it.support.protocol.HtmlForm;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.GuardedClients;
import org.relais.keycloak.it.support.server.OtherRealm;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** Whoever comes by another server for the first time, and has no account here yet. */
@ExtendWith(RelaisServer.class)
class BrokerFirstLoginIT {

    private static OtherRealm elsewhere;

    @BeforeAll
    static void people_may_sign_in_elsewhere(TestRealm realm) {
        elsewhere = OtherRealm.of(realm);
        GuardedClients.addTo(realm);
        AcademySettings.of(realm).set("trustedIdentityProviders", OtherRealm.ALIAS);
    }

    @AfterAll
    static void no_longer() {
        elsewhere.close();
    }

    @Test
    void they_are_refused_with_a_way_back_and_let_in_once_they_have_an_access(TestRealm realm) {
        String name = newUsername();
        CodeFlow flow = realm.codeFlow(PRONOTE, DEMO_APP);
        Answer page = elsewhere.signIn(flow, name);
        assertThat(page.expect(200).text()).contains("relais-closed");

        Answer back = flow.browser().post(HtmlForm.in(page, "login-actions").action(), Map.of());
        assertThat(URLDecoder.decode(back.expect(302).header("Location"), StandardCharsets.UTF_8))
                .startsWith(DEMO_APP)
                .contains("error=access_denied", "error_description=" + GuardedClients.REASON);

        GrantToGive.aGrant(realm).to(name).give();
        CodeFlow later = realm.codeFlow(PRONOTE, DEMO_APP);
        assertThat(later.exchange(elsewhere.signIn(later, name)).groups()).containsExactly(GROUP);
    }

    @Test
    void an_access_that_waits_for_them_opens_at_once(TestRealm realm) {
        String name = newUsername();
        GrantToGive.aGrant(realm).awaiting(name).give();

        CodeFlow flow = realm.codeFlow(PRONOTE, DEMO_APP);

        assertThat(flow.exchange(elsewhere.signIn(flow, name)).groups()).containsExactly(GROUP);
    }

    private static String newUsername() {
        String name = "n-" + UUID.randomUUID().toString().substring(0, 13);
        return elsewhere.add(name).username();
    }
}
