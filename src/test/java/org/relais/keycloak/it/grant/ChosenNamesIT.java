package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.DEMO_APP;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;
import static org.relais.keycloak.it.support.people.GrantToGive.aGrant;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.protocol.CodeFlow;
import org.relais.keycloak.it.support.protocol.HtmlForm;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.OtherRealm;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** Somebody comes by an identity provider and types the name for which an access waits. */
@ExtendWith(RelaisServer.class)
class ChosenNamesIT {

    private static TestRealm realm;
    private static OtherRealm elsewhere;

    @BeforeAll
    static void people_review_their_profile_when_they_first_come(TestRealm fresh) {
        realm = fresh;
        elsewhere = OtherRealm.of(realm);
        for (JsonNode step : realm.admin()
                .get("/authentication/flows/first%20broker%20login/executions")
                .expect(200)
                .json()) {
            if (step.path("providerId").asText().equals("idp-review-profile")) {
                String id = step.path("authenticationConfig").asText();
                realm.admin()
                        .put(
                                "/authentication/config/" + id,
                                Map.of(
                                        "alias",
                                        "review profile config",
                                        "config",
                                        Map.of("update.profile.on.first.login", "on")))
                        .expect(204);
            }
        }
    }

    @AfterAll
    static void no_longer() {
        elsewhere.close();
    }

    @Test
    void a_name_that_was_typed_takes_nothing() {
        String awaited = "n-" + UUID.randomUUID().toString().substring(0, 13);
        String grant = aGrant(realm).awaiting(awaited).give();

        comeAs(awaited, awaited + "@somewhere.example");
        Housekeeping.run(realm.server());

        assertThat(LedgerRows.of(realm).grant(grant).status()).isEqualTo("PENDING");
        assertThat(LedgerRows.of(realm).isMember(realm.groupId(GROUP), realm.userId(awaited)))
                .isFalse();
    }

    @Test
    void a_name_that_is_the_awaited_address_takes_nothing_either() {
        String awaited = "m-" + UUID.randomUUID().toString().substring(0, 13) + "@academie.example";
        String grant = aGrant(realm).awaiting(awaited).give();

        comeAs(awaited, "other-" + awaited);
        Housekeeping.run(realm.server());
        String another = aGrant(realm).awaiting(awaited).in("0359001U_ASH").give();

        assertThat(LedgerRows.of(realm).grant(grant).status()).isEqualTo("PENDING");
        assertThat(LedgerRows.of(realm).grant(another).status()).isEqualTo("PENDING");
    }

    @Test
    void only_the_name_that_a_trusted_provider_says_takes_its_access() {
        AcademySettings.of(realm).set("trustedIdentityProviders", OtherRealm.ALIAS);
        try {
            TestPerson known = aPerson().whoSignsIn().in(elsewhere.there());
            String typed = "n-" + UUID.randomUUID().toString().substring(0, 13);
            String given = aGrant(realm).awaiting(known.username()).give();
            String taken = aGrant(realm).awaiting(typed).give();

            come(known, known.username(), known.email());
            comeAs(typed, typed + "@somewhere.example");
            Housekeeping.run(realm.server());

            assertThat(LedgerRows.of(realm).grant(given).status()).isEqualTo("ACTIVE");
            assertThat(LedgerRows.of(realm).grant(taken).status()).isEqualTo("PENDING");
        } finally {
            AcademySettings.of(realm).set("trustedIdentityProviders");
        }
    }

    @Test
    void the_account_that_an_administrator_makes_takes_its_access() {
        String awaited = "a-" + UUID.randomUUID().toString().substring(0, 13);
        String grant = aGrant(realm).awaiting(awaited).give();

        TestPerson person = aPerson().identifiedBy(awaited).in(realm);

        assertThat(LedgerRows.of(realm).grant(grant).userId()).isEqualTo(person.id());
    }

    @Test
    void only_the_account_that_is_shown_can_be_confirmed() {
        String awaited = "c-" + UUID.randomUUID().toString().substring(0, 13);
        String grant = aGrant(realm).awaiting(awaited).give();
        String path = "/grants/" + grant + "/confirm";
        Api head = Manager.head(realm).api();
        assertThat(head.get("/grants/" + grant).expect(200).json().hasNonNull("claimedBy"))
                .isFalse();
        Refused.only(head.post(path, Map.of()), 400, "field-missing", "userId");

        comeAs(awaited, awaited + "@somewhere.example");
        JsonNode bearer = Manager.head(realm).members(GROUP, "pending").stream()
                .filter(it -> it.path("identifier").asText().equals(awaited))
                .findFirst()
                .orElseThrow()
                .at("/grant/claimedBy");

        assertThat(bearer.get("username").asText()).isEqualTo(awaited);
        String other = aPerson().in(realm).id();
        Refused.only(head.post(path, Map.of("userId", other)), 400, "unknown-person", "userId");
        JsonNode given = head.post(path, Map.of("userId", bearer.get("id").asText()))
                .expect(200)
                .json();
        assertThat(given.get("status").asText()).isEqualTo("ACTIVE");
        assertThat(LedgerRows.of(realm)
                        .isMember(realm.groupId(GROUP), bearer.get("id").asText()))
                .isTrue();
    }

    /** Signs in elsewhere, and types a name and an address into the form that follows. */
    private static void comeAs(String username, String email) {
        come(aPerson().whoSignsIn().in(elsewhere.there()), username, email);
    }

    private static void come(TestPerson there, String username, String email) {
        CodeFlow flow = realm.codeFlow(PRONOTE, DEMO_APP);
        Answer review = elsewhere.signIn(flow, there.username());
        flow.browser()
                .follow(
                        flow.browser()
                                .post(
                                        HtmlForm.in(review, "kc-idp-review-profile-form")
                                                .action(),
                                        Map.of(
                                                "username",
                                                username,
                                                "email",
                                                email,
                                                "firstName",
                                                "Enora",
                                                "lastName",
                                                "Le Bras")),
                        realm.server().url().toString());
    }
}
