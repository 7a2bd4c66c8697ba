package org.relais.keycloak.it.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.ManyPeople;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.stub.Mail;
import org.relais.keycloak.it.support.stub.MailServer;
import org.relais.keycloak.it.support.stub.RejectingMailServer;
import org.relais.keycloak.it.support.stub.UnresponsiveServer;

/** A mail server that is away, is slow, or comes back; and many mails at once. */
@ExtendWith(RelaisServer.class)
class MailQueueIT {

    private MailServer mails;
    private TestRealm realm;
    private Sql sql;

    @BeforeEach
    void a_realm_of_its_own(ServerUnderTest server) {
        realm = server.freshRealm();
        mails = MailServer.start().serving(realm);
        sql = Sql.of(server);
    }

    @AfterEach
    void close() {
        mails.close();
        realm.close();
    }

    @Test
    void a_broken_server_delays_mails_and_nothing_else() {
        mails.breakDown();
        TestPerson first = aPerson().in(realm);
        TestPerson second = aPerson().in(realm);

        Manager.head(realm).give(GROUP, first, Days.soon());
        awaitError(first);
        Manager.head(realm).give(GROUP, second, Days.soon());
        awaitError(second);

        JsonNode status = status().get("mails");
        assertThat(status.get("waiting").asInt()).isEqualTo(2);
        assertThat(status.get("lastError").asText()).isEqualTo("ConnectException");
        assertThat(status().get("warnings").findValuesAsText("code")).contains("warning-mails-waiting");
        assertThat(status().toString()).doesNotContain("@academie.example");

        mails.comeBack();
        realm.server().clock().ahead(Duration.ofMinutes(2));
        Housekeeping.run(realm.server());

        assertThat(mails.to(realm, first.email())).hasSize(1);
        assertThat(mails.to(realm, second.email())).hasSize(1);
        assertThat(status().get("mails").get("waiting").asInt()).isZero();
    }

    @Test
    void a_server_that_never_answers_holds_up_nobody_and_a_mail_costs_one_statement_more() {
        String group = realm.groupId(GROUP);
        Api head = realm.relais(HEAD);
        AcademySettings.of(realm).set("mails", "none");
        give(head, group, aPerson().in(realm));
        long silent = fewestStatements(head, group);
        AcademySettings.of(realm).set("mails");
        try (UnresponsiveServer server = UnresponsiveServer.start()) {
            MailServer.use(realm, server.port());
            Api again = realm.relais(HEAD);
            TestPerson first = aPerson().in(realm);
            give(again, group, first);
            awaitClaim(first);

            Instant before = Instant.now();
            long written = fewestStatements(again, group);

            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(8));
            assertThat(written - silent).isEqualTo(1);
        }
    }

    @Test
    void four_at_once_send_each_of_many_mails_once() {
        mails.breakDown();
        List<String> people = ManyPeople.in(realm, "many", 500).ids();
        sql.change(
                "update USER_ENTITY set EMAIL = USERNAME || '@academie.example' where USERNAME like 'many%'"
                        + " and REALM_ID = ?",
                LedgerRows.of(realm).realmId());
        for (int from = 0; from < people.size(); from += 100) {
            Manager.head(realm)
                    .change(
                            GROUP,
                            aChange().addingIds(people.subList(from, from + 100).toArray(String[]::new)))
                    .expect(200);
        }
        MailServer.awaitAllPutOff(realm);
        mails.comeBack();
        realm.server().clock().ahead(Duration.ofMinutes(10));

        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(i -> CompletableFuture.runAsync(this::sendMails))
                        .toArray(CompletableFuture[]::new))
                .join();

        MailServer.awaitNothingDue(realm);
        assertThat(mails.received().map(Mail::to)).hasSize(people.size()).doesNotHaveDuplicates();
    }

    @Test
    void what_a_dead_sender_held_is_sent_once_its_lease_is_over() {
        mails.breakDown();
        TestPerson person = aPerson().in(realm);
        Manager.head(realm).give(GROUP, person, Days.soon());
        awaitError(person);
        sql.change(
                "update RELAIS_NOTICE set CLAIM = 'of-the-dead', DUE_AT = ? where USER_ID = ?",
                Instant.now().plus(Duration.ofMinutes(5)).toEpochMilli(),
                person.id());
        mails.comeBack();

        realm.server().clock().ahead(Duration.ofMinutes(4));
        sendMails();
        assertThat(mails.received()).isEmpty();
        realm.server().clock().ahead(Duration.ofMinutes(6));
        sendMails();
        sendMails();

        assertThat(mails.to(realm, person.email())).hasSize(1);
    }

    @Test
    void after_three_days_a_mail_is_given_up_and_the_status_says_so() {
        mails.breakDown();
        TestPerson person = aPerson().in(realm);
        Manager.head(realm).give(GROUP, person, Days.soon());
        awaitError(person);

        realm.server().clock().ahead(Duration.ofDays(3).plusHours(2));
        sendMails();
        mails.comeBack();
        sendMails();

        assertThat(sql.texts("select STATE from RELAIS_NOTICE where USER_ID = ?", person.id()))
                .containsExactly("GIVEN_UP");
        assertThat(mails.received()).isEmpty();
        assertThat(status().get("mails").get("givenUp").asInt()).isEqualTo(1);
        assertThat(status().get("warnings").findValuesAsText("code")).contains("warning-mails-given-up");
    }

    @Test
    void nobody_is_told_of_what_is_no_longer_so() {
        mails.breakDown();
        TestPerson person = aPerson().in(realm);
        JsonNode grant = Manager.head(realm).give(GROUP, person, Days.soon());
        awaitError(person);
        Manager.head(realm).end(grant).expect(200);
        awaitErrors(person, 2);
        mails.comeBack();

        realm.server().clock().ahead(Duration.ofMinutes(2));
        sendMails();

        assertThat(mails.onlyOneTo(realm, person.email()).subject()).contains("est terminé");
    }

    @Test
    void a_mail_that_the_server_refuses_holds_up_no_other() {
        mails.breakDown();
        TestPerson refused = waiting();
        TestPerson other = waiting();
        putFirst(refused);

        try (RejectingMailServer picky = RejectingMailServer.refusing(refused.email(), 554)) {
            MailServer.use(realm, picky.port());
            realm.server().clock().ahead(Duration.ofMinutes(2));
            sendMails();

            assertThat(picky.taken()).containsExactly(other.email());
            assertThat(sql.texts("select LAST_ERROR from RELAIS_NOTICE where USER_ID = ?", refused.id()))
                    .containsExactly("SMTPSendFailedException 554");
        }
    }

    @Test
    void a_mail_that_seems_to_break_the_server_is_tried_after_all_others() {
        mails.breakDown();
        TestPerson refused = waiting();
        TestPerson other = waiting();
        putFirst(refused);

        try (RejectingMailServer picky = RejectingMailServer.refusing(refused.email(), 451)) {
            MailServer.use(realm, picky.port());
            realm.server().clock().ahead(Duration.ofMinutes(2));
            sendMails();
            realm.server().clock().ahead(Duration.ofMinutes(5));
            sendMails();

            assertThat(picky.taken()).containsExactly(other.email());
        }
    }

    private TestPerson waiting() {
        TestPerson person = aPerson().in(realm);
        Manager.head(realm).give(GROUP, person, Days.soon());
        awaitError(person);
        return person;
    }

    /** Before all others, in whatever order they are taken. */
    private void putFirst(TestPerson person) {
        sql.change("update RELAIS_NOTICE set DUE_AT = 1, ID = '-' where USER_ID = ?", person.id());
    }

    private long fewestStatements(Api head, String group) {
        return realm.server().statements().fewestDuring(() -> {
            TestPerson person = aPerson().in(realm);
            return () -> give(head, group, person);
        });
    }

    private static void give(Api head, String group, TestPerson person) {
        head.post("/groups/" + group + "/changes", aChange().adding(person).body())
                .expect(200);
    }

    private void sendMails() {
        realm.server().api().post("/realms/master/relais-probe/mails", null).expect(204);
    }

    private void awaitError(TestPerson person) {
        awaitErrors(person, 1);
    }

    private void awaitErrors(TestPerson person, int notices) {
        Awaitility.await()
                .until(() -> sql.number(
                                "select count(*) from RELAIS_NOTICE where USER_ID = ? and LAST_ERROR is not null"
                                        + " and CLAIM is null",
                                person.id())
                        == notices);
    }

    private void awaitClaim(TestPerson person) {
        Awaitility.await()
                .until(() -> sql.number(
                                "select count(*) from RELAIS_NOTICE where USER_ID = ? and CLAIM is not null",
                                person.id())
                        == 1);
    }

    private JsonNode status() {
        return realm.admin().get("/relais/status").expect(200).json();
    }
}
