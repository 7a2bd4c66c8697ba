package org.relais.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** Bodies that are too long, no JSON, or not the JSON that is read: what is wrong is said, nothing is guessed. */
@ExtendWith(RelaisServer.class)
class RefusedBodiesIT {

    private static final String JSON = "application/json";

    private static TestRealm realm;
    private static Manager head;
    private static Api api;
    private static String path;

    @BeforeAll
    static void a_head_is_signed_in(TestRealm fresh) {
        realm = fresh;
        head = Manager.head(realm);
        api = head.api();
        path = head.changes(GROUP);
    }

    @Test
    void a_change_set_has_two_hundred_lines_at_most() {
        String[] many = IntStream.range(0, 201).mapToObj(i -> "nobody-" + i).toArray(String[]::new);

        Refused.only(api.post(path, aChange().addingIdentifiers(many).body()), 400, "too-many-lines", "add");
        Refused.only(api.post(path, aChange().ending(many).body()), 400, "too-many-lines", "remove");
        Refused.only(
                api.post(path, aChange().addingIdentifiers("one").together(many).body()),
                400,
                "too-many-lines",
                "together");
        assertThat(head.members(GROUP, "pending")).isEmpty();
    }

    @Test
    void a_hundred_thousand_wrong_lines_get_one_answer() {
        String body = "{\"add\":[" + "{},".repeat(200_000) + "{}]}";

        Answer answer = api.post(path, body);

        Refused.only(answer, 400, "too-many-lines", "add");
        assertThat(answer.text()).hasSizeLessThan(500);
    }

    @Test
    void a_body_has_one_megabyte_at_most() {
        String reason = "x".repeat(1_000_000);

        Refused.only(api.post(path, aChange().because(reason).body()), 413, "body-too-large", null);
        Refused.only(
                api.post("/groups/" + realm.groupId(GROUP) + "/managers", "[" + reason), 413, "body-too-large", null);
    }

    @Test
    void a_body_that_is_no_json_is_refused_where_it_breaks() {
        for (String body : List.of("{", "{\"add\":[{\"userId\":", "{'add':[]}", "no", "{\"add\":[]", "\u0000", "{,}")) {
            Refused.only(api.post(path, body), 400, "json-malformed", null);
        }
        Refused.only(api.post(path, "{\n\n\"add\": !}"), 400, "json-malformed", null);
        assertThat(api.post(path, "{\n\n\"add\": !}").text()).contains("\"3\"");
        Refused.only(api.post(path, "{\"reason\":\"a\",\"reason\":\"b\"}"), 400, "json-malformed", null);
    }

    @Test
    void a_body_that_is_no_text_is_refused() {
        List<byte[]> bodies = List.of(
                new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'},
                new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'},
                new byte[] {0, 0, (byte) 0xFF, (byte) 0xFE, 1, 2},
                new byte[] {0, 0, 0, '{', 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF},
                new byte[] {(byte) 0x1F, (byte) 0x8B, 8, 0, 0},
                "{\"add\":[]".getBytes(StandardCharsets.UTF_16));
        for (byte[] body : bodies) {
            Answer answer = api.sendBytes("POST", path, JSON, body);
            assertThat(answer.expect(400).json().path("code").asText())
                    .as(answer.text())
                    .isIn("json-malformed", "body-unreadable");
        }
    }

    @Test
    void no_body_and_nothing_to_do_are_refused() {
        Refused.only(api.send("POST", path, JSON, ""), 400, "json-missing", null);
        Refused.only(api.send("POST", path, null, null), 400, "json-missing", null);
        Refused.only(api.post(path, "null"), 400, "json-missing", null);
        Refused.only(api.post(path, "{}"), 400, "change-empty", null);
        Refused.only(api.post(path, "{\"add\":[],\"remove\":null}"), 400, "change-empty", null);
    }

    @Test
    void another_type_of_content_is_refused() {
        String body = "{\"add\":[{\"userId\":\"x\"}]}";
        for (String type :
                List.of("text/plain", "application/x-www-form-urlencoded", "application/xml", "application/jsonx")) {
            Refused.only(api.send("POST", path, type, body), 415, "wrong-content-type", "Content-Type");
        }
        api.send("POST", path, "Application/JSON; charset=utf-8", body).expect(422);
    }

    @Test
    void a_field_that_is_not_known_is_named_with_those_that_are() {
        Answer answer = api.post(path, "{\"add\":[{\"userid\":\"x\"}]}");

        String sentence = Refused.only(answer, 400, "unknown-field", "add[0].userid");
        assertThat(sentence).contains("userid", "userId", "identifier");
        Refused.only(api.post(path, "{\"endOn\":\"2026-12-01\"}"), 400, "unknown-field", "endOn");
        api.post(path, "{\"a\\u0000\\ud800\":1}").expect(400);
    }

    @Test
    void a_value_of_another_type_is_named() {
        refused("{\"add\":[{\"userId\":7}]}", "add[0].userId");
        refused("{\"add\":[{\"userId\":[\"x\"]}]}", "add[0].userId");
        refused("{\"add\":[\"x\"]}", "add[0]");
        refused("{\"add\":{\"userId\":\"x\"}}", "add");
        refused("{\"add\":\"\"}", "add");
        refused("{\"addGroup\":true}", "addGroup");
        refused("{\"reason\":{}}", "reason");
        refused("{\"remove\":[1]}", "remove[0]");
        refused("{\"endsOn\":20260101}", "endsOn");
        refused("{\"endsOn\":[2026,1,1]}", "endsOn");
        refused("{\"endsOn\":\"\"}", "endsOn");
        refused("{\"endsOn\":\"2026-02-30\"}", "endsOn");
        refused("{\"endsOn\":\"2026-12-01T00:00:00Z\"}", "endsOn");
        refused("{\"endsOn\":\"+999999999-12-31\"}", "endsOn");
        refused("[]", null);
        refused("\"text\"", null);
        refused("{} {}", null);
        refused("{\"add\":" + "[".repeat(900) + "]".repeat(900) + "}", "add[0]");
    }

    @Test
    void a_line_without_exactly_one_person_is_named() {
        Refused.only(api.post(path, "{\"add\":[{}]}"), 422, "newcomer-unclear", "add[0]");
        Refused.only(api.post(path, "{\"add\":[null]}"), 422, "newcomer-unclear", "add[0]");
        Refused.only(
                api.post(path, "{\"add\":[{\"userId\":\"a\",\"identifier\":\"b\"}]}"),
                422,
                "newcomer-unclear",
                "add[0]");
        Refused.only(api.post(path, "{\"remove\":[null]}"), 422, "wrong-value", "remove[0]");
    }

    @Test
    void characters_that_no_database_keeps_are_refused_wherever_they_stand() {
        for (String bad : List.of("a\\u0000b", "\\ud800", "x\\udc00y", "\\u0007")) {
            refused("{\"add\":[{\"userId\":\"%s\"}]}".formatted(bad), "add[0].userId");
            refused("{\"add\":[{\"identifier\":\"%s\"}]}".formatted(bad), "add[0].identifier");
            refused("{\"remove\":[\"%s\"]}".formatted(bad), "remove[0]");
            refused("{\"addGroup\":\"%s\"}".formatted(bad), "addGroup");
            refused("{\"reason\":\"%s\"}".formatted(bad), "reason");
        }
        TestPerson person = aPerson().in(realm);
        JsonNode grant = head.give(GROUP, aChange().adding(person).because("Élève 😀 – « été »"));
        assertThat(grant.get("reason").asText()).isEqualTo("Élève 😀 – « été »");
    }

    @Test
    void characters_that_nobody_sees_are_refused_wherever_they_stand() {
        for (String bad : List.of("le\u200bna", "\u202ealice", "a\ufe0fb", "a\u2028b", "\ud800\udc00\udb40\udc41")) {
            for (String field : List.of("identifier", "userId")) {
                Answer answer = api.post(path, Map.of("add", List.of(Map.of(field, bad))));
                Refused.only(answer, 400, "invisible-character", "add[0]." + field);
                assertThat(answer.text()).contains("U+");
            }
            Answer answer = api.post(
                    path, aChange().addingIdentifiers("one").because(bad).body());
            Refused.only(answer, 400, "invisible-character", "reason");
        }
    }

    @Test
    void an_identifier_nobody_could_have_is_refused() {
        for (String identifier : List.of(
                "",
                " ",
                "two words",
                "two\u00a0words",
                "two\u202fwords",
                "tab\there",
                "x".repeat(256),
                "x".repeat(500_000))) {
            Refused.only(
                    api.post(path, aChange().addingIdentifiers(identifier).body()),
                    422,
                    "identifier-unusable",
                    "add[0].identifier");
        }
    }

    private static void refused(String body, String field) {
        Refused.only(api.post(path, body), 400, "wrong-value", field);
    }
}
