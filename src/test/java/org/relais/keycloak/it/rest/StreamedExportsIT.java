package org.relais.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.ManyPeople;
import org.relais.keycloak.it.support.people.TestServiceAccount;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.protocol.Download;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** A file is sent while it is read, page after page, and one that cannot be read to the end does not look whole. */
@ExtendWith(RelaisServer.class)
class StreamedExportsIT {

    private static final int MANY = 20_000;

    private static final int LONG = 1_500;

    private TestRealm realm;
    private Sql sql;
    private Api admin;
    private String realmId;

    @BeforeEach
    void a_realm_with_a_long_history(ServerUnderTest server) {
        realm = server.freshRealm();
        sql = Sql.of(server);
        admin = realm.admin().below("/relais");
        realmId = LedgerRows.of(realm).realmId();
    }

    @AfterEach
    void close() {
        realm.close();
    }

    @Test
    void the_journal_is_sent_whole_however_long_it_is() {
        journal();

        List<String> lines =
                admin.get("/journal.csv").expect(200).text().lines().toList();

        assertThat(lines).hasSize(MANY + 1);
        assertThat(lines.get(1)).contains("\"" + MANY + "x");
        assertThat(lines.get(MANY)).contains("\"1x");
    }

    @Test
    void the_beginning_of_the_journal_arrives_before_its_end_is_read_and_an_error_cuts_it_off() throws IOException {
        journal();
        breakTheOldestEntry();

        try (Download download = admin.download("/journal.csv")) {
            BufferedReader lines = download.lines();
            lines.readLine();
            assertThat(lines.readLine()).contains("\"" + MANY + "x");
            assertThat(isCutOff(lines)).isTrue();
        }
    }

    @Test
    void grants_are_sent_while_they_are_read() throws IOException {
        String group = realm.groupId(GROUP);
        LedgerRows.of(realm).manyPending(group, "nobody.", MANY, Days.endOf(Days.soon()));
        sql.change("update RELAIS_GRANT set REASON = repeat('x', 500) where REALM_ID = ?", realmId);
        assertThat(admin.get("/grants.csv").expect(200).text().lines()).hasSize(MANY + 1);

        sql.change(
                "update RELAIS_GRANT set STATUS = 'NONSENSE' where ID ="
                        + " (select max(ID) from RELAIS_GRANT where REALM_ID = ?)",
                realmId);

        try (Download download = admin.download("/grants.csv")) {
            BufferedReader lines = download.lines();
            lines.readLine();
            assertThat(lines.readLine()).contains("nobody.");
            assertThat(isCutOff(lines)).isTrue();
        }
    }

    @Test
    void all_about_a_person_is_sent_while_it_is_read() throws IOException {
        String person = realm.userId("paul.martin");
        journal();
        sql.change("update RELAIS_JOURNAL set USER_ID = ? where REALM_ID = ?", person, realmId);
        assertThat(admin.get("/people/" + person + "/export").expect(200).json().get("journal"))
                .hasSize(MANY);

        sql.change(
                "update RELAIS_JOURNAL set ACTION = 'NONSENSE' where ID ="
                        + " (select ID from RELAIS_JOURNAL where REALM_ID = ? order by AT desc fetch first 1 rows only)",
                realmId);

        try (Download download = admin.download("/people/" + person + "/export")) {
            BufferedReader text = download.lines();
            assertThat(text.read()).isEqualTo('{');
            assertThat(isCutOff(text)).isTrue();
        }
    }

    @Test
    void a_feed_is_sent_while_it_is_read_and_keeps_its_tag() {
        String group = realm.groupId(GROUP);
        ManyPeople.in(realm, "many", MANY).joining(group).withGrantsUntil(group, Days.endOf(Days.soon()));
        TestServiceAccount job = TestServiceAccount.create(realm, "import-job");
        job.give(PRONOTE, "relais-feed");
        Api api = job.api(realm);
        String path = "/deliveries/feed/" + PRONOTE + ".csv";

        var whole = api.get(path).expect(200);

        assertThat(whole.text().lines()).hasSizeGreaterThan(MANY);
        assertThat(whole.header("Content-Length")).isNull();
        api.with("If-None-Match", whole.header("etag")).get(path).expect(304);
        assertThat(realm.server().statements().countDuring(() -> api.get(path).expect(200)))
                .isLessThan(500);
    }

    /** From 1, the oldest, to {@value #MANY}. */
    private void journal() {
        sql.change("delete from RELAIS_JOURNAL where REALM_ID = ?", realmId);
        sql.change(
                "insert into RELAIS_JOURNAL (ID, REALM_ID, AT, ACTOR, ACTION, DETAILS)"
                        + " select gen_random_uuid()::text, ?, extract(epoch from now())::bigint * 1000 - 100000 + n,"
                        + " 'system', 'GIVEN', '{\"reason\":\"' || n || repeat('x', " + LONG
                        + ") || '\"}' from generate_series(1, ?) n",
                realmId,
                MANY);
    }

    private void breakTheOldestEntry() {
        sql.change(
                "update RELAIS_JOURNAL set ACTION = 'NONSENSE' where ID ="
                        + " (select ID from RELAIS_JOURNAL where REALM_ID = ? order by AT fetch first 1 rows only)",
                realmId);
    }

    /** The connection breaks off, or the end says that it is none: a last line of a table, a JSON value that is not closed. */
    private static boolean isCutOff(BufferedReader text) {
        StringBuilder rest = new StringBuilder();
        char[] some = new char[8192];
        try {
            for (int read = text.read(some); read >= 0; read = text.read(some)) {
                rest.append(some, 0, read);
            }
        } catch (IOException brokenOff) {
            return true;
        }
        return rest.toString().endsWith("incomplete file, ask again.\r\n") || isNoJson("{" + rest);
    }

    private static boolean isNoJson(String text) {
        try {
            Api.JSON.readTree(text);
            return false;
        } catch (JsonProcessingException notClosed) {
            return text.startsWith("{\"");
        }
    }
}
