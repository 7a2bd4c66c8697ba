package org.relais.keycloak.it.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD_ELSEWHERE;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.Change;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.ManyPeople;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** How much one person may change in a minute, counted in lines, whichever the request. */
@ExtendWith(RelaisServer.class)
class ChangeRateIT {

    private TestRealm realm;
    private Manager head;

    @BeforeEach
    void a_realm_of_its_own(ServerUnderTest server) {
        realm = server.freshRealm();
        TestProfiles.of(realm).allowUntil(Days.in(200), "AES", "ASH", "AED", "eleves-invites");
        head = Manager.head(realm);
    }

    @AfterEach
    void close() {
        realm.close();
    }

    @Test
    void lines_count_and_not_requests() {
        AcademySettings.of(realm).set("changesPerMinute", "10");
        head.change(GROUP, lines("a", 6)).expect(200);

        Answer refused = head.change(GROUP, lines("b", 10));

        Refused.only(refused, 429, "too-many-changes", null);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(LedgerRows.of(realm)
                        .count("RELAIS_GRANT", LedgerRows.of(realm).realmId()))
                .isEqualTo(6);
        head.change(GROUP, lines("c", 3)).expect(200);
        Manager.of(realm, HEAD_ELSEWHERE).change("0299001B_AES", lines("d", 6)).expect(200);
        realm.server().clock().ahead(Duration.ofMinutes(1));
        head.change(GROUP, lines("b", 10)).expect(200);
    }

    @Test
    void a_line_counts_once_for_each_group_of_the_act_and_for_each_person_copied() {
        AcademySettings.of(realm).set("changesPerMinute", "10");
        ManyPeople.in(realm, "copied", 9).joining(realm.groupId("0359001U_AED"));
        head.change(GROUP, lines("a", 3).together("eleves-invites")).expect(200);
        head.change("0359001U_ASH", aChange().copying(realm.groupId("0359001U_AED")))
                .expect(200);

        Refused.only(head.change(GROUP, lines("b", 1)), 429, "too-many-changes", null);
        realm.server().clock().ahead(Duration.ofSeconds(5));
        Refused.only(head.change(GROUP, lines("b", 1)), 429, "too-many-changes", null);
        realm.server().clock().ahead(Duration.ofMinutes(2));
        head.change(GROUP, lines("b", 1)).expect(200);
    }

    @Test
    void every_way_to_write_is_counted() {
        JsonNode grant = head.give(GROUP, aPerson().in(realm), Days.soon());
        String delegation = delegate(head.api()).expect(200).json().get("id").asText();
        realm.server().clock().ahead(Duration.ofMinutes(1));
        AcademySettings.of(realm).set("changesPerMinute", "1");
        Api api = head.api();
        api.patch("/grants/" + grant.get("id").asText(), Map.of("reason", "autre"))
                .expect(200);

        String path = "/grants/" + grant.get("id").asText();
        Refused.only(api.patch(path, Map.of("reason", "encore")), 429, "too-many-changes", null);
        Refused.only(api.delete(path), 429, "too-many-changes", null);
        Refused.only(delegate(api), 429, "too-many-changes", null);
        Refused.only(
                api.delete("/groups/" + realm.groupId(GROUP) + "/managers/" + delegation),
                429,
                "too-many-changes",
                null);
        api.get(path).expect(200);
    }

    @Test
    void refused_lines_count_and_repeats_do_not() {
        AcademySettings.of(realm).set("changesPerMinute", "4");
        Api once = head.api().with("Idempotency-Key", UUID.randomUUID().toString());
        Object change = lines("a", 2).body();
        once.post(head.changes(GROUP), change).expect(200);
        once.post(head.changes(GROUP), change).expect(200);
        once.post(head.changes(GROUP), change).expect(200);

        head.change(GROUP, lines("a", 2)).expect(422);

        Refused.only(head.change(GROUP, lines("b", 4)), 429, "too-many-changes", null);
    }

    @Test
    void a_change_larger_than_the_limit_takes_the_whole_minute_and_more() {
        AcademySettings.of(realm).set("changesPerMinute", "2");

        head.change(GROUP, lines("a", 6)).expect(200);

        realm.server().clock().ahead(Duration.ofMinutes(1));
        Refused.only(head.change(GROUP, lines("b", 1)), 429, "too-many-changes", null);
        realm.server().clock().ahead(Duration.ofMinutes(3));
        head.change(GROUP, lines("b", 1)).expect(200);
    }

    @Test
    void a_day_has_a_limit_too() {
        AcademySettings.of(realm).set("changesPerDay", "5");
        head.change(GROUP, lines("a", 5)).expect(200);
        realm.server().clock().ahead(Duration.ofMinutes(2));

        Answer refused = head.change(GROUP, lines("b", 1));

        Refused.only(refused, 429, "too-many-changes", null);
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isGreaterThan(600);
        realm.server().clock().ahead(Duration.ofHours(6));
        head.change(GROUP, lines("b", 1)).expect(200);
    }

    @Test
    void administrators_are_not_limited() {
        AcademySettings.of(realm).set("changesPerMinute", "1");
        Api admin = realm.admin().below("/relais");

        admin.post("/groups/" + realm.groupId(GROUP) + "/changes", lines("a", 2).body())
                .expect(200);
        admin.post("/groups/" + realm.groupId(GROUP) + "/changes", lines("b", 2).body())
                .expect(200);
    }

    private Answer delegate(Api api) {
        return api.post(
                "/groups/" + realm.groupId(GROUP) + "/managers",
                Map.of(
                        "type", "USER",
                        "principalId", aPerson().in(realm).id(),
                        "endsOn", Days.in(20).toString()));
    }

    private static Change lines(String prefix, int count) {
        String[] identifiers = IntStream.range(0, count)
                .mapToObj(i -> "%s.%d".formatted(prefix, i))
                .toArray(String[]::new);
        return aChange().addingIdentifiers(identifiers);
    }
}
