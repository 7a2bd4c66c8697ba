package org.relais.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;

import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** Addresses with ids, numbers, days and cursors that cannot be: a 4xx that says which, never a failure. */
@ExtendWith(RelaisServer.class)
class RefusedAddressesIT {

    private static TestRealm realm;
    private static Api manager;
    private static Api admin;
    private static String group;

    @BeforeAll
    static void both_doors_are_open(TestRealm fresh) {
        realm = fresh;
        manager = Manager.head(realm).api();
        admin = realm.admin().below("/relais");
        group = "/groups/" + realm.groupId(GROUP);
    }

    @Test
    void ids_that_cannot_be_are_ids_of_nothing() {
        for (String id : List.of("%00", "%ED%A0%80", "a%00b", "f:", "f:x", "f:x:y", "x".repeat(300), "é", "a%20b")) {
            String encoded = id.equals("é") ? "%C3%A9" : id;
            for (Api api : List.of(manager, admin)) {
                Refused.only(api.get("/groups/" + encoded), 404, "not-found-group", null);
                Refused.only(api.get("/groups/" + encoded + "/members"), 404, "not-found-group", null);
                Refused.only(api.post("/groups/" + encoded + "/changes", "{}"), 404, "not-found-group", null);
                Refused.only(api.delete("/grants/" + encoded), 404, "not-found-grant", null);
                Refused.only(api.patch("/grants/" + encoded, "{}"), 404, "not-found-grant", null);
                Refused.only(api.delete(group + "/managers/" + encoded), 404, "not-found-manager", null);
            }
            Refused.only(admin.post("/schools/" + encoded + "/groups", null), 404, "not-found-school", null);
        }
    }

    @Test
    void numbers_out_of_range_are_refused() {
        for (String number : List.of("0", "-1", "101", "x", "1.5", "99999999999999999999", "%C2%85", "1e2")) {
            Refused.only(manager.get("/groups?max=" + number), 400, "not-in-range", "max");
            Refused.only(manager.get(group + "/members?max=" + number), 400, "not-in-range", "max");
            Refused.only(manager.get(group + "/journal?max=" + number), 400, "not-in-range", "max");
            Refused.only(admin.get("/grants?max=" + number), 400, "not-in-range", "max");
            Refused.only(admin.get("/schools?max=" + number), 400, "not-in-range", "max");
        }
        Refused.only(manager.get("/groups?first=-1"), 400, "not-in-range", "first");
        assertThat(manager.get("/groups?first=1000000").expect(200).json().get("items"))
                .isEmpty();
    }

    @Test
    void cursors_we_did_not_write_are_refused() {
        List<String> cursors = List.of(
                "x",
                "%C2%85",
                "null",
                encoded("null"),
                encoded("[]"),
                encoded("[null,null]"),
                encoded("[\"x\",\"y\"]"),
                encoded("[[],{}]"),
                encoded("[\"a\\u0000\"]"),
                encoded("[\"\\ud800\"]"),
                encoded("[" + "1,".repeat(5000) + "1]"),
                encoded("[".repeat(2000)));
        for (String cursor : cursors) {
            Refused.only(manager.get(group + "/members?cursor=" + cursor), 400, "wrong-cursor", "cursor");
            Refused.only(manager.get(group + "/journal?cursor=" + cursor), 400, "wrong-cursor", "cursor");
            Refused.only(manager.get("/grants?cursor=" + cursor), 400, "wrong-cursor", "cursor");
            Refused.only(manager.get("/people?q=hel&cursor=" + cursor), 400, "wrong-cursor", "cursor");
            Refused.only(admin.get("/schools?cursor=" + cursor), 400, "wrong-cursor", "cursor");
        }
    }

    @Test
    void days_of_another_form_are_refused() {
        List<String> days = List.of(
                "x", "2026-13-01", "2026-02-30", "01/02/2026", "%2B999999999-12-31", "-999999999-01-01", "%C2%85");
        for (String day : days) {
            Refused.only(manager.get("/grants?endingBefore=" + day), 400, "wrong-day", "endingBefore");
            Refused.only(admin.get("/grants?endingBefore=" + day), 400, "wrong-day", "endingBefore");
            Refused.only(admin.get("/grants.csv?endingBefore=" + day), 400, "wrong-day", "endingBefore");
        }
    }

    @Test
    void texts_that_cannot_be_searched_for_are_refused() {
        for (String text : List.of("a%C2%85b", "x".repeat(101))) {
            Refused.only(manager.get("/groups?q=" + text), 400, "wrong-text", "q");
            Refused.only(manager.get(group + "/members?q=" + text), 400, "wrong-text", "q");
            Refused.only(manager.get("/people?q=" + text), 400, "wrong-text", "q");
        }
        for (String text : List.of("", "he", "%20%20%20a")) {
            Refused.only(manager.get("/people?q=" + text), 400, "query-length", "q");
        }
        Refused.only(manager.get("/people"), 400, "query-length", "q");
        Refused.only(admin.get("/grants?person=%C2%85"), 400, "wrong-text", "person");
        Refused.only(admin.get("/grants?grantedBy=" + "x".repeat(256)), 400, "wrong-text", "grantedBy");
    }

    @Test
    void a_choice_that_does_not_exist_is_answered_with_those_that_do() {
        String sentence = Refused.only(manager.get(group + "/members?origin=guest"), 400, "not-one-of", "origin");
        assertThat(sentence).contains("OFFICIAL", "GRANTED", "PENDING");
        Refused.only(admin.get("/grants?status=%C2%85"), 400, "not-one-of", "status");
    }

    @Test
    void characters_of_a_pattern_are_only_characters() {
        for (String text : List.of("%25%25%25", "___", "!!!", "'''", "%5C%5C%5C", "%F0%9F%98%80%F0%9F%98%80")) {
            assertThat(manager.get("/people?q=" + text).expect(200).json().get("items"))
                    .isEmpty();
            assertThat(manager.get(group + "/members?q=" + text)
                            .expect(200)
                            .json()
                            .get("items"))
                    .isEmpty();
        }
    }

    @Test
    void keycloak_itself_stops_what_no_database_keeps() {
        for (String query :
                List.of("/groups?q=", "/groups?school=", "/people?q=", "/grants?cursor=", "/grants?school=")) {
            manager.get(query + "a%00b").expect(400);
            assertThat(manager.get(query + "abc%ED%A0%80").status()).isBetween(200, 499);
        }
        for (String query : List.of("/grants?person=", "/grants?school=", "/groups?school=", "/schools?cursor=")) {
            admin.get(query + "a%00b").expect(400);
            assertThat(admin.get(query + "abc%ED%A0%80").status()).isBetween(200, 499);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes());
    }
}
