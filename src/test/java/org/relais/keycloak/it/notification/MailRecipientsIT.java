package org.relais.keycloak.it.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.AccountToCreate.anAccount;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_GROUP;
import static org.relais.keycloak.it.support.people.GrantToGive.aGrant;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.DemoNames;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.OfficialRecordFixture;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.stub.Mail;
import org.relais.keycloak.it.support.stub.MailServer;

/** Whom a mail reaches, and what keeps it from being sent at all. */
@ExtendWith(RelaisServer.class)
class MailRecipientsIT {

    private static MailServer mails;

    @BeforeAll
    static void the_realm_has_a_mail_server(TestRealm realm) {
        mails = MailServer.start().serving(realm);
    }

    @AfterAll
    static void close() {
        mails.close();
    }

    @AfterEach
    void all_as_before(TestRealm realm) {
        realm.admin().put("", Map.of("verifyEmail", false)).expect(204);
        AcademySettings.of(realm).set("mails");
        mails.forget();
    }

    @Test
    void somebody_awaited_is_told_once_there_is_an_account(TestRealm realm) {
        aGrant(realm).awaiting("lena.hascoet").give();
        assertThat(mails.to(realm, "lena.hascoet@academie.example")).isEmpty();

        anAccount("lena.hascoet").in(realm);

        assertThat(mails.onlyOneTo(realm, "lena.hascoet@academie.example").subject())
                .startsWith("Votre accès anticipé est ouvert");
    }

    @Test
    void a_delegate_is_told_of_the_group(TestRealm realm) {
        TestPerson person = aPerson().in(realm);

        delegate(realm, "0359001U_ASH", "USER", person.id());

        Mail mail = mails.onlyOneTo(realm, person.email());
        assertThat(mail.subject())
                .isEqualTo("La gestion d’un groupe vous est déléguée :"
                        + " AESH – soutien au handicap, Collège des Bruyères (0359001U)");
        assertThat(mail.text()).contains("Dernier jour : ");
    }

    @Test
    void a_delegation_to_a_group_is_told_to_its_official_members(TestRealm realm) {
        TestPerson official = aPerson().officiallyIn("0359001U_DOC").in(realm);
        TestPerson stopgap = aPerson().in(realm);
        Manager.head(realm).give("0359001U_DOC", stopgap, Days.soon());
        mails.onlyOneTo(realm, stopgap.email());
        mails.forget();

        delegate(realm, "0359001U_invites", "GROUP", realm.groupId("0359001U_DOC"));

        assertThat(mails.onlyOneTo(realm, official.email()).subject()).startsWith("La gestion d’un groupe");
        assertThat(mails.to(realm, stopgap.email())).isEmpty();
    }

    @Test
    void a_regularised_access_is_told_to_the_person_and_to_whoever_gave_it(TestRealm realm) {
        TestPerson person = aPerson().called("Tanguy", "Morvan").in(realm);
        Manager.head(realm).give(GROUP, person, Days.soon());
        mails.onlyOneTo(realm, person.email());
        mails.forget();

        OfficialRecordFixture.of(realm).set(person, "0359001U$AES");

        Mail own = mails.onlyOneTo(realm, person.email());
        assertThat(own.subject())
                .isEqualTo("Votre affectation est enregistrée : AESH, Collège des Bruyères (0359001U)");
        assertThat(own.text()).contains("Rien ne change pour vous").doesNotContain("Dernier jour", "Terminé");
        Mail giver = mails.onlyOneTo(realm, DemoNames.email(HEAD));
        assertThat(giver.subject()).startsWith("Un accès que vous avez donné est régularisé");
        assertThat(giver.text()).contains("Tanguy Morvan");
    }

    @Test
    void nobody_is_written_to_without_an_address_or_with_a_disabled_account(TestRealm realm) {
        TestPerson without = aPerson().in(realm);
        TestPerson disabled = aPerson().in(realm);
        change(realm, without, Map.of("email", ""));
        JsonNode grant = Manager.head(realm).give(GROUP, disabled, Days.soon());
        mails.onlyOneTo(realm, disabled.email());
        mails.forget();
        change(realm, disabled, Map.of("enabled", false));

        Manager.head(realm).give(GROUP, without, Days.soon());
        Manager.head(realm).end(grant).expect(200);

        MailServer.awaitNothingDue(realm);
        assertThat(mails.received()).isEmpty();
        assertThat(states(realm, without)).containsOnly("NEEDLESS");
        assertThat(states(realm, disabled)).containsExactlyInAnyOrder("SENT", "NEEDLESS");
    }

    @Test
    void where_addresses_are_verified_only_verified_ones_count(TestRealm realm) {
        TestPerson person = aPerson().in(realm);
        change(realm, person, Map.of("emailVerified", false));
        JsonNode grant = Manager.head(realm).give(GROUP, person, Days.soon());
        mails.onlyOneTo(realm, person.email());

        realm.admin().put("", Map.of("verifyEmail", true)).expect(204);
        Manager.head(realm).end(grant).expect(200);

        assertThat(mails.to(realm, person.email())).hasSize(1);
    }

    @Test
    void an_academy_chooses_which_mails_it_sends(TestRealm realm) {
        TestPerson person = aPerson().in(realm);
        AcademySettings.of(realm).set("mails", "ended", "delegated");

        JsonNode grant = Manager.head(realm).give(GROUP, person, Days.soon());
        assertThat(mails.to(realm, person.email())).isEmpty();
        Manager.head(realm).end(grant).expect(200);
        assertThat(mails.onlyOneTo(realm, person.email()).subject()).contains("est terminé");

        AcademySettings.of(realm).set("mails", "none");
        Manager.head(realm)
                .end(Manager.head(realm).give(GROUP, person, Days.soon()))
                .expect(200);
        assertThat(mails.to(realm, person.email())).hasSize(1);
        assertThat(states(realm, person)).hasSize(1);
    }

    @Test
    void a_realm_without_a_mail_server_keeps_no_rows(ServerUnderTest server) {
        try (TestRealm realm = server.freshRealm()) {
            aGrant(realm).give();

            assertThat(LedgerRows.of(realm)
                            .count("RELAIS_NOTICE", LedgerRows.of(realm).realmId()))
                    .isZero();
            assertThat(realm.admin()
                            .get("/relais/status")
                            .expect(200)
                            .json()
                            .get("warnings")
                            .findValuesAsText("code"))
                    .contains("warning-no-mail-server");
        }
    }

    @Test
    void names_others_wrote_stay_text(TestRealm realm) {
        String school = realm.admin()
                .get("/group-by-path/etablissements/0359002V")
                .expect(200)
                .json()
                .get("id")
                .asText();
        realm.admin()
                .put(
                        "/groups/" + school,
                        Map.of(
                                "name", "0359002V",
                                "description", "<b onclick=x>Lycée</b>\r\nBcc: autre@example.org\n${emailTestSubject}",
                                "attributes", Map.of("uai", List.of("0359002V"), "type", List.of("LYC"))))
                .expect(204);
        TestPerson person = aPerson().in(realm);

        Manager.head(realm)
                .change(OTHER_GROUP, aChange().adding(person).until(Days.soon()))
                .expect(200);

        Mail mail = mails.onlyOneTo(realm, person.email());
        assertThat(mail.subject())
                .isEqualTo("Votre accès anticipé est ouvert : AESH, <b onclick=x>Lycée</b> Bcc: autre@example.org"
                        + " {emailTestSubject} (0359002V)");
        assertThat(mail.headers()).noneMatch(header -> header.startsWith("Bcc"));
        assertThat(mail.html()).contains("&lt;b onclick=x&gt;Lycée&lt;/b&gt;").doesNotContain("<b onclick");
        assertThat(mail.text()).contains("<b onclick=x>Lycée</b> Bcc: autre@example.org");
    }

    private static void delegate(TestRealm realm, String group, String type, String principal) {
        realm.relais(HEAD)
                .post(
                        "/groups/" + realm.groupId(group) + "/managers",
                        Map.of(
                                "type",
                                type,
                                "principalId",
                                principal,
                                "endsOn",
                                Days.in(20).toString()))
                .expect(200);
    }

    private static void change(TestRealm realm, TestPerson person, Map<String, Object> fields) {
        Map<String, Object> user = Api.JSON.convertValue(
                realm.admin().get("/users/" + person.id()).expect(200).json(), Api.JSON.constructType(Map.class));
        user.putAll(fields);
        realm.admin().put("/users/" + person.id(), user).expect(204);
    }

    private static List<String> states(TestRealm realm, TestPerson person) {
        return Sql.of(realm.server()).texts("select STATE from RELAIS_NOTICE where USER_ID = ?", person.id());
    }
}
