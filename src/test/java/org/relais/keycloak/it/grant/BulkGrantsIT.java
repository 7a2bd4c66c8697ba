package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD_ELSEWHERE;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** An administrator ends or renews many accesses in one act; each by itself. */
@ExtendWith(RelaisServer.class)
class BulkGrantsIT {

    private TestRealm realm;
    private Api admin;
    private String assistant;
    private String awaited;
    private String elsewhere;

    @BeforeEach
    void some_accesses_run(TestRealm shared) {
        realm = shared;
        admin = realm.admin().below("/relais");
        TestProfiles.of(realm).allowUntil(Days.in(200), "AES", "ASH");
        Manager head = Manager.head(realm);
        assistant = id(head.give(GROUP, aPerson().in(realm), Days.in(10)));
        awaited = id(head.give(
                "0359001U_ASH", aChange().addingIdentifiers("a-" + assistant).until(Days.in(20))));
        elsewhere = id(
                Manager.of(realm, HEAD_ELSEWHERE).give("0299001B_AES", aPerson().in(realm), Days.in(30)));
    }

    @Test
    void those_named_are_renewed_and_the_others_are_told_why_not() {
        admin.delete("/grants/" + elsewhere).expect(200);

        JsonNode done = renew(Map.of(
                "ids",
                List.of(assistant, awaited, elsewhere, "nothing"),
                "endsOn",
                Days.in(60).toString()));

        assertThat(done.get("done").asInt()).isEqualTo(2);
        assertThat(outcomes(done)).containsExactly("DONE", "DONE", "REFUSED", "REFUSED");
        assertThat(done.get("lines").findValuesAsText("code")).containsExactly("grant-ended", "unknown-grant");
        assertThat(lastDay(assistant)).isEqualTo(Days.in(60));
        assertThat(lastDay(awaited)).isEqualTo(Days.in(60));
        assertThat(actions(assistant)).containsExactly("CHANGED", "GIVEN");
    }

    @Test
    void a_dry_run_says_the_same_and_does_nothing() {
        Map<String, Object> request = Map.of(
                "ids", List.of(assistant, awaited), "endsOn", Days.in(201).toString(), "dryRun", true);

        JsonNode dry = renew(request);

        assertThat(outcomes(dry)).containsOnly("REFUSED");
        assertThat(dry.get("lines").findValuesAsText("code")).containsOnly("ends-too-late");
        JsonNode possible =
                renew(Map.of("ids", List.of(assistant), "endsOn", Days.in(60).toString(), "dryRun", true));
        assertThat(outcomes(possible)).containsExactly("POSSIBLE");
        JsonNode ending = end(Map.of("ids", List.of(assistant), "dryRun", true));
        assertThat(outcomes(ending)).containsExactly("POSSIBLE");
        assertThat(lastDay(assistant)).isEqualTo(Days.in(10));
        assertThat(actions(assistant)).containsExactly("GIVEN");
    }

    @Test
    void all_that_a_search_finds_are_ended() {
        Map<String, Object> search = Map.of(
                "search",
                Map.of("school", "0359001U", "endingBefore", Days.in(21).toString()));
        JsonNode done = end(search);

        assertThat(done.get("lines").findValuesAsText("grantId"))
                .contains(assistant, awaited)
                .doesNotContain(elsewhere);
        assertThat(done.get("refused").asInt()).isZero();
        assertThat(done.has("next")).isFalse();
        for (String id : List.of(assistant, awaited)) {
            assertThat(admin.get("/grants/" + id)
                            .expect(200)
                            .json()
                            .get("endCause")
                            .asText())
                    .isEqualTo("REMOVED");
        }
        assertThat(end(search).get("lines")).isEmpty();
        assertThat(admin.get("/grants/" + elsewhere).json().get("status").asText())
                .isEqualTo("ACTIVE");
    }

    @Test
    void each_renewal_is_recorded_by_itself() {
        renew(Map.of("ids", List.of(assistant), "endsOn", Days.in(40).toString(), "reason", "Reconduit"));

        assertThat(realm.admin()
                        .get("/admin-events?resourcePath=relais/grants/" + assistant + "&operationTypes=UPDATE")
                        .expect(200)
                        .json())
                .hasSize(1);
        assertThat(admin.get("/grants/" + assistant).json().get("reason").asText())
                .isEqualTo("Reconduit");
    }

    @Test
    void a_request_that_is_unclear_is_refused() {
        Refused.only(admin.post("/grants/end", Map.of()), 400, "ids-or-search", "ids");
        Refused.only(admin.post("/grants/renew", Map.of("ids", List.of())), 400, "field-missing", "endsOn");
        Refused.only(admin.post("/grants/end", Map.of("ids", List.of(assistant, assistant))), 400, "ids-twice", "ids");
        Refused.only(
                admin.post("/grants/end", Map.of("ids", Collections.nCopies(501, "x"))), 400, "too-many-lines", "ids");
        Refused.only(
                admin.post("/grants/end", Map.of("ids", List.of(assistant), "endsOn", "2030-01-01")),
                400,
                "not-when-ending",
                "endsOn");
    }

    private JsonNode renew(Map<String, Object> request) {
        return admin.post("/grants/renew", request).expect(200).json();
    }

    private JsonNode end(Map<String, Object> request) {
        return admin.post("/grants/end", request).expect(200).json();
    }

    private LocalDate lastDay(String id) {
        return LocalDate.parse(
                admin.get("/grants/" + id).expect(200).json().get("endsOn").asText());
    }

    private List<String> actions(String id) {
        return admin.get("/grants/" + id + "/journal")
                .expect(200)
                .json()
                .get("items")
                .findValuesAsText("action");
    }

    private static List<String> outcomes(JsonNode answer) {
        return answer.get("lines").findValuesAsText("outcome");
    }

    private static String id(JsonNode grant) {
        return grant.get("id").asText();
    }
}
