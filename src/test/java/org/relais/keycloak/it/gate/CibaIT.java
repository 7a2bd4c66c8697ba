package org.relais.keycloak.it.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.GrantToGive;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.GuardedClients;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.stub.CibaDevice;

/** A sign-in that somebody confirms on their telephone: the application behind it is open or closed to them all the same. */
@ExtendWith(RelaisServer.class)
class CibaIT {

    private static final String CIBA = "urn:openid:params:grant-type:ciba";

    private static CibaDevice cibaDevice;

    @BeforeAll
    static void the_gate_is_installed(TestRealm realm) {
        GuardedClients.addTo(realm);
        cibaDevice = CibaDevice.listening(realm.server().cibaDevicePort());
    }

    @AfterAll
    static void hang_up() {
        cibaDevice.close();
    }

    @Test
    void a_confirmed_sign_in_opens_the_application_to_whom_a_group_opens_it(TestRealm realm) {
        TestPerson person = TestPerson.aPerson().whoSignsIn().in(realm);
        GrantToGive.aGrant(realm).to(person.username()).give();

        assertThat(Tokens.of(confirmedBy(person, realm).expect(200).json()).groups())
                .containsExactly(GROUP);
    }

    @Test
    void a_confirmed_sign_in_opens_nothing_to_anybody_else(TestRealm realm) {
        TestPerson person = TestPerson.aPerson().whoSignsIn().in(realm);

        Answer answer = confirmedBy(person, realm);

        assertThat(GuardedClients.refuses(answer)).as(answer.text()).isTrue();
    }

    private static Answer confirmedBy(TestPerson person, TestRealm realm) {
        String request = realm.server()
                .api()
                .postForm(
                        "/realms/" + realm.name() + "/protocol/openid-connect/ext/ciba/auth",
                        Map.of(
                                "client_id",
                                GuardedClients.SERVICE,
                                "client_secret",
                                GuardedClients.SECRET,
                                "scope",
                                "openid",
                                "login_hint",
                                person.username()))
                .expect(200)
                .json()
                .get("auth_req_id")
                .asText();
        realm.server()
                .api()
                .with("Authorization", cibaDevice.authorization())
                .post(
                        "/realms/" + realm.name() + "/protocol/openid-connect/ext/ciba/auth/callback",
                        Map.of("status", "SUCCEED"))
                .expect(200);
        return GuardedClients.askAsService(realm, Map.of("grant_type", CIBA, "auth_req_id", request));
    }
}
