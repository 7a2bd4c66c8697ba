package org.relais.keycloak.it.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.ManyPeople;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** Accounts that are new or changed are handed over in order, to each reader, whoever wrote them. */
@ExtendWith(RelaisServer.class)
class UserChangeFeedIT {

    /** More than one page, and no whole number of pages. */
    private static final int MANY = 250;

    private static Duration ahead = Duration.ZERO;
    private static TestRealm realm;
    private static Sql sql;
    private static String realmId;

    @BeforeEach
    void what_was_before_is_settled(TestRealm fresh) {
        realm = fresh;
        sql = Sql.of(realm.server());
        realmId = LedgerRows.of(realm).realmId();
        hourPasses();
        read("one");
        read("other");
    }

    @Test
    void an_account_that_is_created_is_handed_over_to_every_reader() {
        String person = aPerson().in(realm).id();

        assertThat(read("one")).containsExactly(person);
        assertThat(read("other")).containsExactly(person);
    }

    @Test
    void many_with_the_same_instant_are_handed_over_once_each() {
        List<String> people = ManyPeople.in(realm, "same", MANY).ids();
        changedAt("same%", now().minus(Duration.ofMinutes(30)));

        assertThat(read("one")).containsExactlyInAnyOrderElementsOf(people);
        assertThat(read("one")).isEmpty();
        assertThat(read("other")).containsExactlyInAnyOrderElementsOf(people);
    }

    @Test
    void a_pass_that_has_taken_long_enough_stops_and_the_next_goes_on_from_there() {
        List<String> people = ManyPeople.in(realm, "long", MANY).ids();
        changedAt("long%", now().minus(Duration.ofMinutes(30)));

        List<String> first = read("one?seconds=0");
        assertThat(first).hasSize(100);
        assertThat(read("one"))
                .hasSize(MANY - first.size())
                .doesNotContainAnyElementsOf(first)
                .isSubsetOf(people);
    }

    @Test
    void a_change_that_is_committed_later_than_its_time_says_is_not_missed() {
        List<String> early = ManyPeople.in(realm, "early", 1).ids();
        List<String> late = ManyPeople.in(realm, "late", 1).ids();
        Instant now = now();
        changedAt("early%", now);
        assertThat(read("one")).containsExactlyElementsOf(early);

        changedAt("late%", now.minus(Duration.ofMinutes(2)));

        assertThat(read("one")).contains(late.get(0));
        hourPasses();
        read("one");
        assertThat(read("one")).isEmpty();
    }

    @Test
    void nothing_new_costs_one_statement_along_our_index() {
        assertThat(realm.server()
                        .statements()
                        .fewestDuring(() -> () -> assertThat(read("one")).isEmpty()))
                .isEqualTo(1);
        ManyPeople.in(realm, "crowd", 5_000);
        changedAt("crowd%", now().minus(Duration.ofDays(1)));
        sql.change("analyze USER_ENTITY");
        assertThat(String.join(
                        "\n",
                        sql.texts(
                                "explain select u.ID from USER_ENTITY u where u.REALM_ID = ?"
                                        + " and u.LAST_MODIFIED_TIMESTAMP >= coalesce((select w.AT from RELAIS_WATERMARK w"
                                        + " where w.REALM_ID = u.REALM_ID and w.READER = 'one'), 0)"
                                        + " order by u.LAST_MODIFIED_TIMESTAMP, u.ID limit 100",
                                realmId)))
                .contains("idx_relais_user_modified")
                .doesNotContain("Seq Scan on user_entity");
    }

    private static void hourPasses() {
        ahead = ahead.plusHours(1);
        realm.server().clock().ahead(ahead);
    }

    private static Instant now() {
        return Instant.now().plus(ahead);
    }

    private static List<String> read(String reader) {
        return realm.server()
                .api()
                .post("/realms/master/relais-probe/changed/" + realmId + "/" + reader, null)
                .expect(200)
                .text()
                .lines()
                .toList();
    }

    private static void changedAt(String usernames, Instant at) {
        sql.change(
                "update USER_ENTITY set LAST_MODIFIED_TIMESTAMP = ? where USERNAME like ? and REALM_ID = ?",
                at.toEpochMilli(),
                usernames,
                realmId);
    }
}
