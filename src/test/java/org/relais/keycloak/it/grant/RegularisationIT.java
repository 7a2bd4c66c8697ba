package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.OfficialRecordFixture;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** The official record reaches somebody who has an access: the access closes and nothing is lost. */
@ExtendWith(RelaisServer.class)
class RegularisationIT {

    @Test
    void a_grant_closes_when_the_record_arrives_and_the_membership_stays(TestRealm realm) {
        OfficialRecordFixture records = OfficialRecordFixture.of(realm);
        LedgerRows ledger = LedgerRows.of(realm);
        TestPerson person = aPerson().whoSignsIn().in(realm);
        String grant = granted(realm, GROUP, person);
        Tokens before = realm.signIn(person.username(), PRONOTE);

        records.set(person, "0359001U$AES");

        assertThat(ledger.grant(grant).cause()).isEqualTo("REGULARISED");
        assertThat(ledger.grant(grant).endedBy()).isEqualTo("system");
        assertThat(ledger.actors("ENDED", realm.groupId(GROUP), person.id())).containsExactly("system");
        assertThat(ledger.actors("JOINED", realm.groupId(GROUP), person.id())).isEmpty();
        assertThat(records.isMadeByRule(person, GROUP)).isTrue();
        assertThat(realm.refresh(before, PRONOTE).groups()).containsExactly(GROUP);
        assertThat(Manager.head(realm).members(GROUP, "official"))
                .anyMatch(member -> member.at("/person/id").asText().equals(person.id()));
        realm.server().clock().ahead(Days.untilJustAfter(Days.soon()));
        Housekeeping.run(realm.server());
        assertThat(realm.signIn(person.username(), PRONOTE).groups()).containsExactly(GROUP);

        records.set(person);
        assertThat(records.isMember(person, GROUP)).isFalse();
    }

    @Test
    void no_token_is_without_the_group_while_a_grant_becomes_official(TestRealm realm) {
        TestPerson person = aPerson().whoSignsIn().in(realm);
        granted(realm, GROUP, person);
        AtomicBoolean done = new AtomicBoolean();
        List<CompletableFuture<Boolean>> watchers = Stream.of(1, 2)
                .map(watcher -> CompletableFuture.supplyAsync(() -> {
                    boolean always = true;
                    while (!done.get()) {
                        always &= realm.signIn(person.username(), PRONOTE)
                                .groups()
                                .equals(List.of(GROUP));
                    }
                    return always;
                }))
                .toList();

        OfficialRecordFixture.of(realm).set(person, "0359001U$AES");
        realm.signIn(person.username(), PRONOTE);
        done.set(true);

        assertThat(watchers).allMatch(CompletableFuture::join);
    }

    @Test
    void an_official_sibling_that_opens_as_much_takes_over(TestRealm realm) {
        TestProfiles.of(realm).set("AES", "regularisedBy", "ASH");
        TestPerson person = aPerson().whoSignsIn().in(realm);
        String grant = granted(realm, GROUP, person);

        realm.admin()
                .put("/users/" + person.id() + "/groups/" + realm.groupId("0359001U_ASH"), null)
                .expect(204);

        assertThat(LedgerRows.of(realm).grant(grant).cause()).isEqualTo("REGULARISED");
        assertThat(OfficialRecordFixture.of(realm).isMember(person, GROUP)).isFalse();
        assertThat(realm.signIn(person.username(), PRONOTE).groups()).containsExactly("0359001U_ASH");
        assertThat(realm.signIn(person.username(), "pmb").groups()).containsExactly("0359001U_ASH");
    }

    @Test
    void an_official_sibling_by_the_record_takes_over_too(TestRealm realm) {
        TestProfiles.of(realm).set("AES", "regularisedBy", "ASH");
        TestPerson person = aPerson().whoSignsIn().in(realm);
        String grant = granted(realm, GROUP, person);

        OfficialRecordFixture.of(realm).set(person, "0359001U$ASH");

        assertThat(LedgerRows.of(realm).grant(grant).cause()).isEqualTo("REGULARISED");
        assertThat(realm.signIn(person.username(), "pmb").groups()).containsExactly("0359001U_ASH");
    }

    @Test
    void a_sibling_that_opens_less_or_of_another_school_ends_nothing(TestRealm realm) {
        TestProfiles.of(realm).set("DOC", "regularisedBy", "AED", "ASH");
        TestPerson person = aPerson().whoSignsIn().in(realm);
        String grant = granted(realm, "0359001U_DOC", person);

        OfficialRecordFixture.of(realm).set(person, "0359001U$AED", "0359002V$ASH");

        assertThat(LedgerRows.of(realm).grant(grant).status()).isEqualTo("ACTIVE");
        assertThat(realm.signIn(person.username(), "pmb").groups()).contains("0359001U_DOC");
    }

    @Test
    void a_grant_carries_on_when_the_record_vanishes(TestRealm realm) {
        OfficialRecordFixture records = OfficialRecordFixture.of(realm);
        TestPerson person = aPerson().whoSignsIn().in(realm);
        String grant = granted(realm, "0359001U_DOC", person);
        records.set(person, "0359001U$AED");
        assertThat(realm.signIn(person.username(), PRONOTE).groups()).containsExactly("0359001U_AED", "0359001U_DOC");

        records.set(person);

        assertThat(LedgerRows.of(realm).grant(grant).status()).isEqualTo("ACTIVE");
        assertThat(realm.signIn(person.username(), PRONOTE).groups()).containsExactly("0359001U_DOC");
    }

    @Test
    void whom_the_record_reached_unheard_stays_when_the_last_day_is_over(TestRealm realm) {
        OfficialRecordFixture records = OfficialRecordFixture.of(realm);
        TestPerson person = aPerson().whoSignsIn().in(realm);
        String grant = granted(realm, GROUP, person);
        records.setUnheard(person, "0359001U$AES");

        realm.server().clock().ahead(Days.untilJustAfter(Days.soon()));
        assertThat(realm.signIn(person.username(), PRONOTE).groups()).containsExactly(GROUP);
        Housekeeping.run(realm.server());

        assertThat(LedgerRows.of(realm).grant(grant).status()).isEqualTo("ENDED");
        assertThat(records.isMember(person, GROUP)).isTrue();
        assertThat(records.isMadeByRule(person, GROUP)).isTrue();
    }

    private static String granted(TestRealm realm, String group, TestPerson person) {
        return Manager.head(realm)
                .give(group, aChange().adding(person).until(Days.soon()))
                .get("id")
                .asText();
    }
}
