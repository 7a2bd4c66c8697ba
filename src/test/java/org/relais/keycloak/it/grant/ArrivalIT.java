package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.DEMO_APP;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;
import static org.relais.keycloak.it.support.people.GrantToGive.aGrant;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.OfficialRecordFixture;
import org.relais.keycloak.it.support.people.PeopleSearch;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.OtherRealm;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** Accounts that come by registration or by an identity provider, and grants that two of them could claim. */
@ExtendWith(RelaisServer.class)
class ArrivalIT {

    @Test
    void a_registration_makes_a_waiting_grant_active_once_the_head_has_confirmed(TestRealm realm) {
        realm.set("registrationAllowed", true);
        String grant = aGrant(realm).awaiting("rozenn.cadiou").give();

        Tokens first = realm.codeFlow(PRONOTE, DEMO_APP)
                .register(Map.of(
                        "username", "rozenn.cadiou",
                        "email", "rozenn.cadiou@academie.example",
                        "firstName", "Rozenn",
                        "lastName", "Cadiou",
                        "password", TestRealm.PASSWORD,
                        "password-confirm", TestRealm.PASSWORD));

        assertThat(first.groups()).isEmpty();
        assertThat(LedgerRows.of(realm).grant(grant).status()).isEqualTo("PENDING");
        assertThat(PeopleSearch.of(Manager.head(realm)).find("cadiou rozenn")).containsExactly("rozenn.cadiou");

        Api head = Manager.head(realm).api();
        JsonNode shown = head.get("/grants/" + grant).expect(200).json().get("claimedBy");
        assertThat(shown.get("name").asText()).isEqualTo("Rozenn Cadiou");
        Map<String, String> confirmation = Map.of("userId", shown.get("id").asText());
        JsonNode given = head.post("/grants/" + grant + "/confirm", confirmation)
                .expect(200)
                .json();

        assertThat(given.get("status").asText()).isEqualTo("ACTIVE");
        assertThat(given.hasNonNull("claimedBy")).isFalse();
        assertThat(realm.signIn("rozenn.cadiou", PRONOTE).groups()).containsExactly(GROUP);
        assertThat(LedgerRows.of(realm)
                        .actors(
                                "ACTIVATED",
                                realm.groupId(GROUP),
                                shown.get("id").asText()))
                .containsExactly(realm.userId(HEAD));
        Refused.only(head.post("/grants/" + grant + "/confirm", confirmation), 409, "grant-not-pending", null);
    }

    @Test
    void the_first_sign_in_at_an_identity_provider_brings_record_and_waiting_grant(TestRealm realm) {
        try (OtherRealm academy = OtherRealm.of(realm).bringingFunctions()) {
            TestPerson person = aPerson()
                    .identifiedBy("soizic.cariou")
                    .with(OfficialRecordFixture.FUNCTIONS, "0359002V$ASH")
                    .whoSignsIn()
                    .in(academy.there());
            AcademySettings.of(realm).set("trustedIdentityProviders", OtherRealm.ALIAS);
            String grant = aGrant(realm).awaiting("soizic.cariou").give();

            Tokens first = realm.codeFlow(PRONOTE, DEMO_APP).signInAt(OtherRealm.ALIAS, person.username());

            TestPerson here = TestPerson.known(realm, person.username());
            assertThat(PeopleSearch.of(Manager.head(realm)).find(person.username()))
                    .containsExactly(person.username());
            assertThat(first.groups()).containsExactly(GROUP);
            assertThat(LedgerRows.of(realm).grant(grant).status()).isEqualTo("ACTIVE");
            assertThat(OfficialRecordFixture.of(realm).isMember(here, "0359002V_ASH"))
                    .isTrue();

            OfficialRecordFixture.of(academy.there()).set(person, "0359001U$AES");
            Tokens second = realm.codeFlow(PRONOTE, DEMO_APP).signInAt(OtherRealm.ALIAS, person.username());

            assertThat(second.groups()).containsExactly(GROUP);
            assertThat(LedgerRows.of(realm).grant(grant).cause()).isEqualTo("REGULARISED");
            assertThat(OfficialRecordFixture.of(realm).isMember(here, "0359002V_ASH"))
                    .isFalse();
        }
    }

    @Test
    void whoever_registers_with_the_address_of_another_gets_nothing_before_it_is_verified(TestRealm realm) {
        try (TestRealm open = realm.server().freshRealm()) {
            open.set("registrationAllowed", true);
            open.set("registrationEmailAsUsername", true);
            String address = "aziliz.quere@academie.example";
            String grant = aGrant(open).awaiting(address).give();

            Tokens first = open.codeFlow(PRONOTE, DEMO_APP).register(registration(Map.of("email", address)));
            Housekeeping.run(open.server());
            String another = aGrant(open).awaiting(address).in("0359001U_ASH").give();

            assertThat(first.groups()).isEmpty();
            assertThat(LedgerRows.of(open).grant(grant).status()).isEqualTo("PENDING");
            assertThat(LedgerRows.of(open).grant(another).status()).isEqualTo("PENDING");

            open.admin()
                    .put("/users/" + open.userId(address), Map.of("email", address, "emailVerified", true))
                    .expect(204);
            assertThat(LedgerRows.of(open).grant(grant).status()).isEqualTo("ACTIVE");
            assertThat(LedgerRows.of(open).grant(another).status()).isEqualTo("ACTIVE");
        }
    }

    @Test
    void whoever_takes_the_address_of_another_for_a_name_gets_nothing(TestRealm realm) {
        try (TestRealm open = realm.server().freshRealm()) {
            open.set("registrationAllowed", true);
            String address = "katell.rolland@academie.example";
            String grant = aGrant(open).awaiting(address).give();

            Tokens first = open.codeFlow(PRONOTE, DEMO_APP)
                    .register(registration(Map.of("username", address, "email", "somebody@else.example")));
            Housekeeping.run(open.server());

            assertThat(first.groups()).isEmpty();
            assertThat(LedgerRows.of(open).grant(grant).status()).isEqualTo("PENDING");
        }
    }

    private static Map<String, String> registration(Map<String, String> account) {
        Map<String, String> form = new HashMap<>(account);
        form.putAll(Map.of(
                "firstName",
                "Aziliz",
                "lastName",
                "Quéré",
                "password",
                TestRealm.PASSWORD,
                "password-confirm",
                TestRealm.PASSWORD));
        return form;
    }

    @Test
    void a_grant_that_two_accounts_could_claim_is_nobodys_and_the_administrator_sees_it(TestRealm realm) {
        String address = "conan.le.roux@academie.example";
        realm.set("loginWithEmailAllowed", false);
        realm.set("duplicateEmailsAllowed", true);
        LedgerRows rows = LedgerRows.of(realm);
        TestPerson one = aPerson().withMail(address).whoSignsIn().in(realm);
        TestPerson other = aPerson().withMail(address).whoSignsIn().in(realm);
        String grant = rows.pending(realm.groupId("0359001U_ASH"), address, Days.endOf(Days.soon()));

        realm.signIn(one.username(), PRONOTE);
        realm.signIn(other.username(), PRONOTE);
        Housekeeping.run(realm.server());

        assertThat(rows.grant(grant).status()).isEqualTo("PENDING");
        JsonNode warnings = realm.admin()
                .with("Accept-Language", "en")
                .get("/relais/status")
                .expect(200)
                .json()
                .get("warnings");
        JsonNode warning = StreamSupport.stream(warnings.spliterator(), false)
                .filter(it -> it.get("code").asText().equals("warning-pending-conflict"))
                .findFirst()
                .orElseThrow();
        assertThat(warning.get("field").asText()).isEqualTo(grant);
        assertThat(warning.get("errorMessage").asText()).contains(address, "0359001U_ASH", "none of them gets it");

        realm.admin().delete("/users/" + other.id()).expect(204);
        Housekeeping.run(realm.server());
        assertThat(rows.grant(grant).userId()).isEqualTo(one.id());
    }
}
