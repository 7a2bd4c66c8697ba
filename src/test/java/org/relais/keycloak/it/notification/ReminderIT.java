package org.relais.keycloak.it.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_GROUP;
import static org.relais.keycloak.it.support.people.GrantToGive.aGrant;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.DemoNames;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.stub.Mail;
import org.relais.keycloak.it.support.stub.MailServer;

/** Fifteen and three days before the end: the person, and once a day the head. */
@ExtendWith(RelaisServer.class)
class ReminderIT {

    private static final String HEAD_EMAIL = DemoNames.email(DemoNames.HEAD);

    private MailServer mails;
    private TestRealm realm;

    @BeforeEach
    void a_realm_of_its_own(ServerUnderTest server) {
        realm = server.freshRealm();
        TestProfiles.of(realm).allowUntil(Days.in(300), "AES");
        mails = MailServer.start().serving(realm);
    }

    @AfterEach
    void close() {
        mails.close();
        realm.close();
    }

    @Test
    void the_person_is_reminded_twice_and_the_head_gets_one_digest_a_day() {
        LocalDate last = Days.in(30);
        List<TestPerson> people = List.of(
                aPerson().called("Awen", "Caro").in(realm),
                aPerson().called("Bleuenn", "Denis").in(realm));
        Manager.head(realm).give(GROUP, people.get(0), last);
        Manager.head(realm).give(OTHER_GROUP, people.get(1), last);
        Manager.head(realm).give(GROUP, aPerson().called("Carole", "Evan").in(realm), Days.in(60));
        aGrant(realm).awaiting("pas.encore").until(last).give();
        settle();

        morningOf(last.minusDays(16));
        assertThat(received()).isZero();

        morningOf(last.minusDays(15));
        assertThat(mails.onlyOneTo(realm, people.get(0).email()).subject())
                .isEqualTo("Votre accès anticipé se termine bientôt : AESH, Collège des Bruyères (0359001U)");
        Mail digest = mails.onlyOneTo(realm, HEAD_EMAIL);
        assertThat(digest.subject()).isEqualTo("3 accès que vous avez donnés se terminent bientôt");
        assertThat(digest.text())
                .contains("Awen Caro", "Bleuenn Denis", "pas.encore", "Lycée de l'Estran (0359002V)")
                .doesNotContain("Carole Evan");
        morningOf(last.minusDays(15));
        assertThat(received()).isEqualTo(3);

        settle();
        morningOf(last.minusDays(14));
        assertThat(received()).isZero();

        morningOf(last.minusDays(3));
        assertThat(mails.to(realm, people.get(1).email())).hasSize(1);
        assertThat(mails.to(realm, HEAD_EMAIL)).hasSize(1);
        assertThat(received()).isEqualTo(3);
    }

    @Test
    void both_marks_on_one_morning_make_one_digest_even_if_two_nodes_run() {
        Manager.head(realm).give(GROUP, aPerson().in(realm), Days.in(20));
        Manager.head(realm).give(GROUP, aPerson().in(realm), Days.in(32));
        settle();

        realm.server().clock().ahead(Days.untilNoonOf(Days.in(17)));
        CompletableFuture.allOf(node(), node()).join();

        assertThat(mails.to(realm, HEAD_EMAIL)).hasSize(1);
        assertThat(received()).isEqualTo(3);
    }

    @Test
    void a_short_access_is_not_reminded_of_at_once_and_a_renewed_one_again_before_its_new_day() {
        TestPerson person = aPerson().in(realm);
        JsonNode grant = Manager.head(realm).give(GROUP, person, Days.in(10));
        settle();

        morningOf(Days.in(1));
        assertThat(received()).isZero();
        morningOf(Days.in(7));
        assertThat(mails.to(realm, person.email())).hasSize(1);

        Manager.head(realm)
                .patch(grant, Map.of("endsOn", Days.in(40).toString()))
                .expect(200);
        settle();
        morningOf(Days.in(25));
        assertThat(mails.onlyOneTo(realm, person.email()).subject()).contains("se termine bientôt");
        settle();
        morningOf(Days.in(37));
        assertThat(mails.onlyOneTo(realm, person.email()).subject()).contains("se termine bientôt");
    }

    @Test
    void a_morning_without_a_server_is_made_up_for_and_nobody_is_reminded_of_what_has_ended() {
        TestPerson person = aPerson().in(realm);
        TestPerson gone = aPerson().in(realm);
        Manager.head(realm).give(GROUP, person, Days.in(20));
        JsonNode ended = Manager.head(realm).give(GROUP, gone, Days.in(20));
        Manager.head(realm).end(ended).expect(200);
        settle();
        morningOf(Days.in(3));

        morningOf(Days.in(6));

        assertThat(mails.to(realm, person.email())).hasSize(1);
        assertThat(mails.to(realm, gone.email())).isEmpty();
    }

    @Test
    void an_academy_chooses_the_days() {
        AcademySettings.of(realm).set("reminderDays", "7");
        TestPerson person = aPerson().speaking("en").in(realm);
        Manager.head(realm).give(GROUP, person, Days.in(20));
        settle();

        morningOf(Days.in(5));
        assertThat(received()).isZero();
        morningOf(Days.in(13));
        assertThat(mails.onlyOneTo(realm, person.email()).subject()).startsWith("Your early access ends soon: AESH");
        settle();
        morningOf(Days.in(17));
        assertThat(received()).isZero();
    }

    @Test
    void a_head_who_left_the_school_learns_nothing_more_of_its_people() {
        Manager.head(realm).give(GROUP, aPerson().in(realm), Days.in(20));
        settle();
        String head = "/users/" + realm.userId(DemoNames.HEAD);
        ObjectNode record = (ObjectNode) realm.admin().get(head).expect(200).json();
        record.withArray("/attributes/ENTPersonFonctions").removeAll().add("0359002V$DIR");
        realm.admin().put(head, record).expect(204);
        realm.admin().delete(head + "/groups/" + realm.groupId("0359001U_DIR")).expect(204);

        morningOf(Days.in(5));

        assertThat(mails.to(realm, HEAD_EMAIL)).isEmpty();
        assertThat(received()).isEqualTo(1);
    }

    private void morningOf(LocalDate day) {
        realm.server().clock().ahead(Days.untilNoonOf(day));
        Housekeeping.run(realm.server());
        MailServer.awaitNothingDue(realm);
    }

    private CompletableFuture<Void> node() {
        return CompletableFuture.runAsync(() -> Housekeeping.run(realm.server()));
    }

    /** What was sent until now is of no interest. */
    private void settle() {
        MailServer.awaitNothingDue(realm);
        mails.forget();
    }

    private long received() {
        MailServer.awaitNothingDue(realm);
        return mails.received().count();
    }
}
