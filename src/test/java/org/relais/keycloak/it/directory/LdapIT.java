package org.relais.keycloak.it.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.GrantToGive;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.OfficialRecordFixture;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.stub.LdapDirectory;

/** A federation with a directory: its synchronisations tell of nobody, and its groups are not in the database. */
@ExtendWith(RelaisServer.class)
class LdapIT {

    private static LdapDirectory directory;
    private static LdapFederation federation;

    @BeforeAll
    static void the_realm_has_a_directory(TestRealm realm) {
        directory = LdapDirectory.start();
        federation = LdapFederation.of(realm, directory);
    }

    @AfterAll
    static void the_directory_stops(TestRealm realm) {
        federation.remove();
        directory.close();
    }

    @Test
    void a_full_synchronisation_brings_members_and_makes_waiting_grants_active(TestRealm realm) {
        directory.person("maiwenn.coz", "0359001U$AES").person("erwan.guillou");
        String grant = GrantToGive.aGrant(realm).awaiting("erwan.guillou").give();

        federation.syncAll();
        Housekeeping.run(realm.server());

        assertThat(OfficialRecordFixture.of(realm).isMember(TestPerson.known(realm, "maiwenn.coz"), GROUP))
                .isTrue();
        assertThat(LedgerRows.of(realm).grant(grant).status()).isEqualTo("ACTIVE");
        assertThat(realm.signIn("erwan.guillou", PRONOTE).groups()).containsExactly(GROUP);
    }

    @Test
    void names_of_the_directory_count_where_people_register_with_others(TestRealm realm) {
        realm.set("registrationAllowed", true);
        try {
            directory.person("bleuenn.jezequel");
            String grant =
                    GrantToGive.aGrant(realm).awaiting("bleuenn.jezequel").give();

            federation.syncAll();
            Housekeeping.run(realm.server());

            assertThat(LedgerRows.of(realm).grant(grant).status()).isEqualTo("ACTIVE");
        } finally {
            realm.set("registrationAllowed", false);
        }
    }

    @Test
    void a_synchronisation_of_changes_regularises_and_takes_away(TestRealm realm) {
        directory.person("awen.leroy").person("ronan.morvan", "0359001U$AES");
        federation.syncAll();
        Housekeeping.run(realm.server());
        TestPerson coming = TestPerson.known(realm, "awen.leroy");
        TestPerson going = TestPerson.known(realm, "ronan.morvan");
        assertThat(OfficialRecordFixture.of(realm).isMember(going, GROUP)).isTrue();
        String grant = Manager.head(realm)
                .give(GROUP, aChange().adding(coming))
                .get("id")
                .asText();

        inAnotherSecond();
        directory.functions("awen.leroy", "0359001U$AES").functions("ronan.morvan");
        federation.syncChanges();
        Housekeeping.run(realm.server());

        assertThat(LedgerRows.of(realm).grant(grant).cause()).isEqualTo("REGULARISED");
        assertThat(OfficialRecordFixture.of(realm).isMember(coming, GROUP)).isTrue();
        assertThat(OfficialRecordFixture.of(realm).isMember(going, GROUP)).isFalse();
        assertThat(realm.signIn("awen.leroy", PRONOTE).groups()).containsExactly(GROUP);
    }

    @Test
    void a_group_of_the_directory_regularises_at_the_sign_in_and_leaves_nothing_behind(TestRealm realm) {
        directory.person("tristan.bodiou").group("0359001U_DOC");
        federation.groupsOf("0359001U", "READ_ONLY").syncAll();
        TestPerson person = TestPerson.known(realm, "tristan.bodiou");
        String grant = Manager.head(realm)
                .give("0359001U_DOC", aChange().adding(person))
                .get("id")
                .asText();
        realm.signIn("tristan.bodiou", PRONOTE);
        assertThat(LedgerRows.of(realm).grant(grant).status()).isEqualTo("ACTIVE");

        directory.members("0359001U_DOC", "tristan.bodiou");
        OfficialRecordFixture.of(realm).forgetUsers();
        assertThat(realm.signIn("tristan.bodiou", PRONOTE).groups()).containsExactly("0359001U_DOC");
        assertThat(LedgerRows.of(realm).grant(grant).cause()).isEqualTo("REGULARISED");
        assertThat(realm.signIn("tristan.bodiou", PRONOTE).groups()).containsExactly("0359001U_DOC");

        directory.members("0359001U_DOC");
        OfficialRecordFixture.of(realm).forgetUsers();
        assertThat(realm.signIn("tristan.bodiou", PRONOTE).groups()).isEmpty();
    }

    @Test
    void a_group_of_the_directory_does_not_keep_an_access_from_ending(TestRealm realm) {
        directory.person("gildas.perrot").group("0359002V_AED");
        federation.groupsOf("0359002V", "READ_ONLY").syncAll();
        TestPerson person = TestPerson.known(realm, "gildas.perrot");
        var grant = Manager.head(realm).give("0359002V_AED", aChange().adding(person));
        directory.members("0359002V_AED", "gildas.perrot");
        OfficialRecordFixture.of(realm).forgetUsers();

        Manager.head(realm).end(grant).expect(200);

        assertThat(OfficialRecordFixture.of(realm).isMember(person, "0359002V_AED"))
                .isFalse();
        assertThat(realm.signIn("gildas.perrot", "pronote-0359002V").groups()).containsExactly("0359002V_AED");
    }

    @Test
    void somebody_imported_as_a_member_needs_no_grant_that_waits(TestRealm realm) {
        directory.person("yuna.salaun").group("0299001B_ASH", "yuna.salaun");
        federation.groupsOf("0299001B", "IMPORT");
        String grant =
                LedgerRows.of(realm).pending(realm.groupId("0299001B_ASH"), "yuna.salaun", Days.endOf(Days.soon()));

        federation.syncAll();
        Housekeeping.run(realm.server());

        assertThat(LedgerRows.of(realm).grant(grant).cause()).isEqualTo("REGULARISED");
        assertThat(OfficialRecordFixture.of(realm).isMember(TestPerson.known(realm, "yuna.salaun"), "0299001B_ASH"))
                .isTrue();
    }

    @Test
    void an_access_ends_at_once_though_the_directory_has_lost_the_person(TestRealm realm) {
        JsonNode grant = lostAfterGiving(realm, "gwenole.riou");

        Answer ended = inTime(() -> Manager.head(realm).end(grant).expect(200));

        assertThat(ended.json().get("status").asText()).isEqualTo("ENDED");
    }

    @Test
    void the_last_day_ends_an_access_at_once_though_the_directory_has_lost_the_person(TestRealm realm) {
        JsonNode grant = lostAfterGiving(realm, "soizic.madec");
        String id = grant.get("id").asText();
        LedgerRows.of(realm).endAt(id, Days.endOf(Days.today().minusDays(1)));

        inTime(() -> {
            Housekeeping.run(realm.server());
            return null;
        });

        assertThat(LedgerRows.of(realm).grant(id).cause()).isEqualTo("EXPIRED");
    }

    @Test
    void an_access_that_is_renewed_is_not_waited_for_though_the_directory_has_lost_the_person(TestRealm realm) {
        JsonNode grant = lostAfterGiving(realm, "malo.cariou");
        Map<String, String> renewal = Map.of("endsOn", Days.soon().plusDays(1).toString());

        Answer refused = inTime(
                () -> realm.relais(HEAD).patch("/grants/" + grant.get("id").asText(), renewal));

        assertThat(refused.status()).isGreaterThanOrEqualTo(400);
    }

    @Test
    void accesses_end_while_the_directory_is_down(TestRealm realm) {
        LdapDirectory other = LdapDirectory.start().person("loeiza.picard").person("briac.gallou");
        LdapFederation down = LdapFederation.of(realm, other);
        try {
            down.syncAll();
            JsonNode ended = given(realm, "loeiza.picard");
            JsonNode over = given(realm, "briac.gallou");
            other.close();
            OfficialRecordFixture.of(realm).forgetUsers();

            inTime(() -> Manager.head(realm).end(ended).expect(200));
            String id = over.get("id").asText();
            LedgerRows.of(realm).endAt(id, Days.endOf(Days.today().minusDays(1)));
            inTime(() -> {
                Housekeeping.run(realm.server());
                return null;
            });

            assertThat(LedgerRows.of(realm).grant(id).cause()).isEqualTo("EXPIRED");
        } finally {
            other.close();
            down.remove();
        }
    }

    private static JsonNode lostAfterGiving(TestRealm realm, String uid) {
        directory.person(uid);
        federation.syncAll();
        JsonNode grant = given(realm, uid);
        directory.remove(uid);
        OfficialRecordFixture.of(realm).forgetUsers();
        return grant;
    }

    private static JsonNode given(TestRealm realm, String uid) {
        return Manager.head(realm).give(GROUP, aChange().adding(TestPerson.known(realm, uid)));
    }

    /** Long before the transaction that waits for itself would be given up. */
    private static <T> T inTime(ThrowingSupplier<T> act) {
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), act);
    }

    /** The directory knows when an entry changed to the second only, and so does the synchronisation. */
    private static void inAnotherSecond() {
        long second = System.currentTimeMillis() / 1000;
        Awaitility.await()
                .pollInterval(100, TimeUnit.MILLISECONDS)
                .until(() -> System.currentTimeMillis() / 1000 > second);
    }
}
