package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.ManyPeople;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** Accesses come from a file: those that can be given are, the others are told line by line. */
@ExtendWith(RelaisServer.class)
class GrantImportIT {

    private static final String TITLES = "identifier;uai;suffix;endsOn;reason\n";

    private static TestRealm realm;
    private static Api admin;

    @BeforeAll
    static void an_administrator_has_files(TestRealm fresh) {
        realm = fresh;
        admin = realm.admin().below("/relais");
        TestProfiles.of(realm).allowUntil(Days.in(200), "AES", "ASH", "AED");
    }

    @Test
    void each_line_is_given_or_refused_by_itself() {
        TestPerson one = aPerson().in(realm);
        TestPerson two = aPerson().in(realm);
        TestPerson disabled = aPerson().disabled().in(realm);
        String file = TITLES
                + line(one, "0359001U", "AES", Days.in(20).toString(), "Arrivée")
                + line(two, "0359002v", "aes", "", "=1+1")
                + "personne.encore;0359001U;ASH;%1$td/%1$tm/%1$tY;Attendue\n".formatted(Days.in(9))
                + line(one, "0359001U", "AES", Days.in(20).toString(), "Arrivée")
                + line(disabled, "0359001U", "AES", "", "Arrivée")
                + line(two, "0359001U", "DIR", "", "Arrivée")
                + line(two, "0359001U", "XXX", "", "Arrivée")
                + line(two, "0999999Z", "AES", "", "Arrivée")
                + line(two, "0359001U", "ASH", "demain", "Arrivée")
                + line(two, "0359001U", "ASH", Days.in(300).toString(), "Arrivée")
                + line(two, "0359001U", "ASH", "", "")
                + ";0359001U;ASH;;Arrivée\n";

        JsonNode dry = send("?dryRun=true", file);
        JsonNode done = send("", file);

        List<String> refusals = List.of(
                "line-twice",
                "disabled-account",
                "group-official-only",
                "import-no-group",
                "import-no-school",
                "wrong-day",
                "ends-too-late",
                "reason-missing",
                "field-missing");
        assertThat(outcomes(dry).subList(0, 3)).containsOnly("POSSIBLE");
        assertThat(outcomes(done).subList(0, 3)).containsExactly("GIVEN", "GIVEN", "AWAITED");
        assertThat(codes(dry)).isEqualTo(refusals);
        assertThat(codes(done)).isEqualTo(refusals);
        assertThat(done.get("refused").asInt()).isEqualTo(9);
        String grant = done.at("/lines/0/grantId").asText();
        JsonNode given = admin.get("/grants/" + grant).expect(200).json();
        assertThat(given.get("endsOn").asText()).isEqualTo(Days.in(20).toString());
        assertThat(LedgerRows.of(realm).isMember(realm.groupId(GROUP), one.id()))
                .isTrue();
        JsonNode awaited = admin.get("/grants/" + done.at("/lines/2/grantId").asText())
                .expect(200)
                .json();
        assertThat(awaited.get("endsOn").asText()).isEqualTo(Days.in(9).toString());
        assertThat(awaited.get("status").asText()).isEqualTo("PENDING");
    }

    @Test
    void a_line_with_what_nobody_sees_is_refused() {
        JsonNode done = send("", TITLES + "le\u200bna;0359001U;AES;;essai\nlena;0359001U;AES;;\u202eiasse");

        assertThat(codes(done)).containsExactly("invisible-character", "invisible-character");
    }

    @Test
    void what_was_refused_is_a_file_to_correct_and_send_again() {
        TestPerson person = aPerson().in(realm);
        JsonNode first = send("", TITLES + line(person, "0359001U", "AEX", "", "@retour; \"noté\""));
        String refused = first.get("refusedCsv").asText();

        assertThat(refused)
                .startsWith("\uFEFFidentifier;uai;suffix;endsOn;reason;problem\r\n" + person.username()
                        + ";0359001U;AEX;;\"'@retour; \"\"noté\"\"\";");
        JsonNode second = send("", refused.replace("AEX", "AED"));

        assertThat(second.get("given").asInt()).isEqualTo(1);
        assertThat(second.has("refusedCsv")).isFalse();
        assertThat(admin.get("/grants/" + second.at("/lines/0/grantId").asText())
                        .expect(200)
                        .json()
                        .get("reason")
                        .asText())
                .isEqualTo("@retour; \"noté\"");
    }

    @Test
    void a_file_sent_twice_gives_nothing_twice() {
        String file =
                TITLES + line(aPerson().in(realm), "0359001U", "AED", "", "Arrivée") + "awaited.once;0359001U;AED;;x\n";

        send("", file);
        JsonNode again = send("", file);

        assertThat(outcomes(again)).containsOnly("REFUSED");
        assertThat(codes(again)).containsOnly("already-granted");
    }

    /** On a machine with nothing else to do they take some seconds. */
    @Test
    void a_thousand_accesses_take_few_statements_each() {
        int count = 1_000;
        ManyPeople.in(realm, "mass", count);
        List<String> groups = List.of("0359001U;AES", "0359001U;ASH", "0359002V;AES", "0299001B;AED", "0299001B;ASH");
        String file = IntStream.range(0, count)
                .mapToObj(i -> "mass%d;%s;;Rentrée %d\n".formatted(i + 1, groups.get(i % groups.size()), i % 40))
                .collect(Collectors.joining("", TITLES, ""));
        send("?dryRun=true", TITLES + "mass1;0359001U;AES;;Rentrée\n");
        Instant start = Instant.now();
        JsonNode[] done = new JsonNode[1];

        long statements = realm.server().statements().countDuring(() -> done[0] = send("", file));

        Duration took = Duration.between(start, Instant.now());
        assertThat(done[0].get("given").asInt()).isEqualTo(count);
        assertThat(statements).isLessThan(count * 12L);
        assertThat(took).isLessThan(Duration.ofSeconds(30));
    }

    private static JsonNode send(String options, String file) {
        return admin.sendBytes("POST", "/grants/import" + options, "text/csv", file.getBytes(StandardCharsets.UTF_8))
                .expect(200)
                .json();
    }

    private static String line(TestPerson person, String uai, String suffix, String endsOn, String reason) {
        return "%s;%s;%s;%s;\"%s\"\n".formatted(person.username(), uai, suffix, endsOn, reason.replace("\"", "\"\""));
    }

    private static List<String> outcomes(JsonNode answer) {
        return answer.get("lines").findValuesAsText("outcome");
    }

    private static List<String> codes(JsonNode answer) {
        return answer.get("lines").findValuesAsText("code");
    }
}
