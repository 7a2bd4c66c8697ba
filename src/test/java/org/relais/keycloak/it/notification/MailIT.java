package org.relais.keycloak.it.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.Change;
import org.relais.keycloak.it.support.people.DemoNames;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.stub.Mail;
import org.relais.keycloak.it.support.stub.MailServer;

/** Who is told what by mail when an access is given, changed or ended. */
@ExtendWith(RelaisServer.class)
class MailIT {

    private static final String HEAD_EMAIL = DemoNames.email(DemoNames.HEAD);

    private static MailServer mails;

    @BeforeAll
    static void the_realm_has_a_mail_server(TestRealm realm) {
        mails = MailServer.start().serving(realm);
        TestProfiles.of(realm).allowUntil(Days.in(300), "AES");
    }

    @AfterAll
    static void close() {
        mails.close();
    }

    @Test
    void the_person_is_told_once_of_all_that_one_act_gives(TestRealm realm) {
        TestPerson person = aPerson().in(realm);

        Manager.head(realm)
                .change(GROUP, aChange().adding(person).until(Days.soon()).together("eleves-invites"))
                .expect(200);

        Mail mail = mails.onlyOneTo(realm, person.email());
        assertThat(mail.subject()).isEqualTo("2 accès anticipés vous sont ouverts");
        assertThat(mail.text())
                .contains("Bonjour Enora Le Bras,", "* AESH\n", "* Invités Moodle\n", "Collège des Bruyères (0359001U)")
                .contains("PRONOTE", "https://sso.academie.example/realms/" + realm.name() + "/account/")
                .doesNotContain(Change.REASON);
        assertThat(mails.to(realm, HEAD_EMAIL)).isEmpty();
    }

    @Test
    void both_forms_say_the_same_in_french_and_in_english(TestRealm realm) {
        TestPerson english = aPerson().called("Anne", "Smith").speaking("en").in(realm);
        TestPerson french = aPerson().called("Anne", "Le Fur").speaking("fr").in(realm);

        Manager.head(realm)
                .change(GROUP, aChange().adding(english, french).until(Days.soon()))
                .expect(200);

        Mail mail = mails.onlyOneTo(realm, english.email());
        assertThat(mail.subject())
                .isEqualTo("Your early access is open: AESH (learning support assistants),"
                        + " Collège des Bruyères (0359001U)");
        assertThat(mail.html()).contains("<html lang=\"en\" dir=\"ltr\">");
        assertSameContent(mail);
        Mail other = mails.onlyOneTo(realm, french.email());
        assertThat(other.subject())
                .isEqualTo("Votre accès anticipé est ouvert : AESH, Collège des Bruyères (0359001U)");
        assertThat(other.html()).contains("<html lang=\"fr\" dir=\"ltr\">");
        assertSameContent(other);
    }

    @Test
    void a_new_last_day_is_told_to_the_person_and_another_reason_is_not(TestRealm realm) {
        TestPerson person = aPerson().in(realm);
        Manager head = Manager.head(realm);
        JsonNode grant = head.give(GROUP, person, Days.in(10));
        mails.onlyOneTo(realm, person.email());
        mails.forget();

        head.patch(grant, Map.of("reason", "autre raison")).expect(200);
        assertThat(mails.to(realm, person.email())).isEmpty();
        head.patch(grant, Map.of("endsOn", Days.in(5).toString())).expect(200);

        assertThat(mails.onlyOneTo(realm, person.email()).subject())
                .isEqualTo("Le dernier jour de votre accès a changé : AESH, Collège des Bruyères (0359001U)");
        assertThat(mails.to(realm, HEAD_EMAIL)).isEmpty();
    }

    @Test
    void whoever_gave_is_told_what_others_do_with_it(TestRealm realm) {
        TestPerson person =
                aPerson().called("Soizic", "Cadiou").with("title", "AES").in(realm);
        JsonNode grant = Manager.head(realm).give(GROUP, person, Days.in(10));
        mails.onlyOneTo(realm, person.email());
        mails.forget();
        Api admin = realm.admin().below("/relais/grants/" + grant.get("id").asText());

        admin.patch("", Map.of("endsOn", Days.in(5).toString())).expect(200);
        Mail changed = mails.onlyOneTo(realm, HEAD_EMAIL);
        assertThat(changed.subject())
                .isEqualTo("Un accès que vous avez donné a changé : AESH, Collège des Bruyères (0359001U)");
        assertThat(changed.text()).contains("Personne : Soizic Cadiou").doesNotContain(Change.REASON);
        assertSameContent(changed);
        mails.forget();

        admin.delete("").expect(200);
        assertThat(mails.onlyOneTo(realm, HEAD_EMAIL).subject())
                .isEqualTo("Un accès que vous avez donné est terminé : AESH, Collège des Bruyères (0359001U)");
        Mail ended = mails.onlyOneTo(realm, person.email());
        assertThat(ended.subject())
                .isEqualTo("Votre accès anticipé est terminé : AESH, Collège des Bruyères (0359001U)");
        assertThat(ended.text()).contains("Terminé le");
    }

    @Test
    void the_last_day_that_passes_is_told_to_the_person_only(TestRealm realm) {
        TestPerson person = aPerson().in(realm);
        Manager.head(realm).give(GROUP, person, Days.in(1));
        mails.onlyOneTo(realm, person.email());
        mails.forget();

        realm.server().clock().ahead(Days.untilJustAfter(Days.in(1)));
        Housekeeping.run(realm.server());

        assertThat(mails.onlyOneTo(realm, person.email()).subject()).startsWith("Votre accès anticipé est terminé");
        assertThat(mails.to(realm, HEAD_EMAIL)).isEmpty();
    }

    /** Each line of the plain text stands in the other form too. */
    private static void assertSameContent(Mail mail) {
        String said = mail.said();
        assertThat(mail.text()
                        .lines()
                        .map(line -> line.replaceFirst("^\\* ", "").strip())
                        .filter(line -> !line.isEmpty() && !line.equals("--"))
                        .flatMap(line -> line.lines().flatMap(MailIT::parts)))
                .allSatisfy(part -> assertThat(said).contains(part));
    }

    /** The label of a column stands above it in the one form and before the value in the other. */
    private static java.util.stream.Stream<String> parts(String line) {
        return java.util.stream.Stream.of(line.split("(?<=[a-zé]) ?: "));
    }
}
