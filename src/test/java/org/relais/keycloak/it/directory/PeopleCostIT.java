package org.relais.keycloak.it.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD_ELSEWHERE;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.ManyPeople;
import org.relais.keycloak.it.support.people.PeopleSearch;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** What a search costs the database, and that it reads along its indexes. */
@ExtendWith(RelaisServer.class)
class PeopleCostIT {

    private static final int MANY = 5_000;
    private static final int A_MINUTE = 60;

    private static TestRealm realm;
    private static PeopleSearch search;
    private static Sql sql;

    @BeforeAll
    static void there_are_many_people(TestRealm fresh) {
        realm = fresh;
        sql = Sql.of(realm.server());
        ManyPeople.in(realm, "crowd", MANY);
        search = PeopleSearch.upToDate(realm);
        sql.change("vacuum analyze");
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=crowd7", "q=crowd", "q=crowd17%20prenom", "q=nobody%20prenom", "school=mine&q=pre"})
    void a_search_takes_the_same_few_statements_for_few_and_for_many(String query) {
        search.page(query);
        long one = realm.server().statements().fewestDuring(() -> () -> search.page(query + "&max=1"));
        long fifty = realm.server().statements().fewestDuring(() -> () -> search.page(query + "&max=50"));
        assertThat(fifty).isLessThanOrEqualTo(14);
        assertThat(Math.abs(fifty - one)).isLessThanOrEqualTo(2);
    }

    @Test
    void a_page_is_read_along_the_index_of_tokens() {
        String plan = plan("select t.LINE from (select p.TOKEN, p.LINE, p.PERSON_ID from RELAIS_PERSON_TOKEN p"
                + " where p.REALM_ID = ? and p.KIND = 'WORD' and p.TOKEN >= 'crowd' and p.TOKEN <= 'crowdzzzz'"
                + " and p.SHARED < 5 order by p.REALM_ID, p.KIND, p.TOKEN, p.LINE, p.PERSON_ID"
                + " fetch first 10000 rows only) t where t.LINE like '% prenom%' order by t.TOKEN, t.LINE,"
                + " t.PERSON_ID fetch first 21 rows only");
        assertThat(plan)
                .contains("idx_relais_person_token")
                .doesNotContain("Seq Scan")
                .doesNotContain("Sort");
    }

    @Test
    void looking_for_new_accounts_takes_one_statement_along_an_index() {
        Housekeeping.run(realm.server());
        String plan = plan("select u.ID from USER_ENTITY u where u.REALM_ID = ? and u.LAST_MODIFIED_TIMESTAMP >="
                + " coalesce((select w.AT from RELAIS_WATERMARK w where w.REALM_ID = u.REALM_ID"
                + " and w.READER = 'directory'), 0) order by u.LAST_MODIFIED_TIMESTAMP, u.ID limit 100");
        assertThat(plan).contains("idx_relais_user_modified").doesNotContain("Seq Scan on user_entity");
    }

    /** One more each second: how long it takes until there is none left depends on the machine, that it ends does not. */
    @Test
    void a_person_searches_sixty_times_a_minute_whatever_the_number_of_sessions() {
        Manager elsewhere = Manager.of(realm, HEAD_ELSEWHERE);
        List<PeopleSearch> sessions =
                Stream.generate(() -> PeopleSearch.of(elsewhere)).limit(4).toList();
        long started = System.nanoTime();
        int allowed = 0;
        Answer answer = sessions.get(0).answer("q=crowd7&max=1");
        while (answer.status() == 200 && allowed < A_MINUTE * 10) {
            allowed++;
            answer = sessions.get(allowed % sessions.size()).answer("q=crowd7&max=1");
        }
        Refused.only(answer, 429, "too-many-searches", null);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 60);
        long seconds = Duration.ofNanos(System.nanoTime() - started).toSeconds();
        assertThat((long) allowed).isBetween((long) A_MINUTE, A_MINUTE + seconds + 1);
    }

    private static String plan(String query) {
        return String.join(
                "\n", sql.texts("explain " + query, LedgerRows.of(realm).realmId()));
    }
}
