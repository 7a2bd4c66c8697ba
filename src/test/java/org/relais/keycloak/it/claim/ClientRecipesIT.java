package org.relais.keycloak.it.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;

import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.GrantToGive;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.CodeFlow;
import org.relais.keycloak.it.support.protocol.SamlAnswer;
import org.relais.keycloak.it.support.protocol.SamlFlow;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** The recipes for a client with PKCE and for a SAML client. */
@ExtendWith(RelaisServer.class)
class ClientRecipesIT {

    private static String vieScolaire;
    private static String cdi;

    private TestPerson person;

    @BeforeAll
    static void the_recipes_are_followed(TestRealm realm) {
        vieScolaire = Recipe.of("Any client of OpenID Connect").follow(realm);
        cdi = Recipe.of("SAML").follow(realm);
    }

    @BeforeEach
    void somebody_comes(TestRealm realm) {
        person = TestPerson.aPerson().whoSignsIn().in(realm);
    }

    @Test
    void a_client_with_pkce_opens_with_an_access_and_closes_with_its_end(TestRealm realm) {
        String address = "https://vie-scolaire.example/";
        CodeFlow first = realm.codeFlow(vieScolaire, address);
        assertThat(first.answerForm(first.open(), person.username()).text()).contains("relais-closed", "Vie scolaire");

        String grant = GrantToGive.aGrant(realm).to(person.username()).give();
        Tokens tokens = realm.codeFlow(vieScolaire, address).signIn(person.username());
        assertThat(tokens.groups()).containsExactly(GROUP);
        assertThat(tokens.list("schools")).containsExactly("0359001U");
        assertThat(tokens.list("access_ends_on")).containsExactly(Days.soon().toString());
        Tokens refreshed = realm.refresh(tokens, vieScolaire);

        realm.relais(HEAD).delete("/grants/" + grant).expect(200);
        assertThat(realm.tryRefresh(refreshed, vieScolaire).status()).isBetween(400, 403);
    }

    @Test
    void a_client_that_forgets_pkce_is_sent_back(TestRealm realm) {
        Answer answer = realm.codeFlow(vieScolaire, "https://vie-scolaire.example/")
                .open(Map.of("code_challenge", "", "code_challenge_method", ""));

        assertThat(answer.expect(302).header("Location")).contains("error=invalid_request");
    }

    @Test
    void a_saml_client_opens_with_an_access_and_closes_with_its_end(TestRealm realm) {
        String consumer = "https://cdi.example/saml/acs";
        SamlFlow first = new SamlFlow(realm, cdi, consumer);
        assertThat(first.answerForm(first.open(), person.username()).text()).contains("relais-closed", "CDI");

        String grant = GrantToGive.aGrant(realm).to(person.username()).give();
        SamlAnswer answer = new SamlFlow(realm, cdi, consumer).signIn(person.username());
        assertThat(answer.isSignedBy(signingKey(realm))).isTrue();
        assertThat(answer.attributes())
                .containsEntry("groups", List.of(GROUP))
                .containsEntry("access_ends_on", List.of(Days.soon().toString()));

        realm.relais(HEAD).delete("/grants/" + grant).expect(200);
        SamlFlow last = new SamlFlow(realm, cdi, consumer);
        assertThat(last.answerForm(last.open(), person.username()).text()).contains("relais-closed");
    }

    private static PublicKey signingKey(TestRealm realm) {
        return realm.admin().get("/keys").expect(200).json().get("keys").findParents("certificate").stream()
                .filter(key -> key.get("use").asText().equals("SIG"))
                .map(key -> key.get("certificate").asText())
                .map(ClientRecipesIT::keyIn)
                .findFirst()
                .orElseThrow();
    }

    private static PublicKey keyIn(String certificate) {
        try {
            byte[] bytes = Base64.getDecoder().decode(certificate);
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(bytes))
                    .getPublicKey();
        } catch (CertificateException e) {
            throw new AssertionError(e);
        }
    }
}
