package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.ManyPeople;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.Concurrently;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** However long somebody goes on, a group holds a number of grants and no more, and so does what one person gives. */
@ExtendWith(RelaisServer.class)
class GrantCapsIT {

    private TestRealm realm;
    private Manager head;
    private Api admin;

    @BeforeEach
    void a_realm_of_its_own(ServerUnderTest server) {
        realm = server.freshRealm();
        TestProfiles.of(realm).allowUntil(Days.in(200), "AES", "ASH", "AED", "eleves-invites");
        head = Manager.head(realm);
        admin = realm.admin().below("/relais");
    }

    @AfterEach
    void close() {
        realm.close();
    }

    @Test
    void a_group_holds_a_number_of_waiting_grants_and_nothing_is_written_beyond_it() {
        AcademySettings.of(realm).set("pendingPerGroup", "3");
        head.change(GROUP, aChange().addingIdentifiers("a.1", "a.2")).expect(200);

        Answer refused = head.change(GROUP, aChange().addingIdentifiers("a.3", "a.4"));

        String sentence = Refused.only(refused, 422, "too-many-pending-in-group", "add[1].identifier");
        assertThat(sentence).contains("3").contains(GROUP);
        assertThat(pending(GROUP)).isEqualTo(2);
        head.change(GROUP, aChange().addingIdentifiers("a.3")).expect(200);
        head.change(GROUP, aChange().adding(aPerson().in(realm))).expect(200);
    }

    @Test
    void what_the_same_change_ends_makes_room() {
        AcademySettings.of(realm).set("pendingPerGroup", "1");
        JsonNode waiting = head.give(GROUP, aChange().addingIdentifiers("b.1"));

        head.change(
                        GROUP,
                        aChange()
                                .addingIdentifiers("b.2")
                                .ending(waiting.get("id").asText()))
                .expect(200);

        assertThat(pending(GROUP)).isEqualTo(1);
    }

    @Test
    void a_group_of_the_same_act_is_counted_too() {
        AcademySettings.of(realm).set("pendingPerGroup", "1");
        head.change(GROUP, aChange().addingIdentifiers("c.1").together("eleves-invites"))
                .expect(200);
        String id = LedgerRows.of(realm).grantOf(realm.groupId(GROUP), "c.1");
        realm.relais("nolwenn.legoff").delete("/grants/" + id).expect(200);

        Answer refused = head.change(GROUP, aChange().addingIdentifiers("c.2").together("eleves-invites"));

        assertThat(Refused.only(refused, 422, "too-many-pending-in-group", "add[0].identifier"))
                .contains("eleves-invites");
    }

    @Test
    void a_person_gives_a_number_of_waiting_grants_in_all_groups_together() {
        AcademySettings.of(realm).set("pendingPerGiver", "2");
        head.change(GROUP, aChange().addingIdentifiers("d.1")).expect(200);
        head.change(OTHER_GROUP, aChange().addingIdentifiers("d.1")).expect(200);

        Answer refused = head.change("0359001U_ASH", aChange().addingIdentifiers("d.1"));

        assertThat(Refused.only(refused, 422, "too-many-pending-of-giver", "add[0].identifier"))
                .contains("2");
        assertThat(pending("0359001U_ASH")).isZero();
        changeAsAdministrator("0359001U_ASH", "d.2").expect(200);
        changeAsAdministrator("0359001U_ASH", "d.3").expect(200);
        changeAsAdministrator("0359001U_ASH", "d.4").expect(200);
    }

    @Test
    void an_administrator_is_held_to_the_bound_of_the_group() {
        AcademySettings.of(realm).set("pendingPerGroup", "1");
        changeAsAdministrator(GROUP, "e.1").expect(200);

        Refused.only(changeAsAdministrator(GROUP, "e.2"), 422, "too-many-pending-in-group", "add[0].identifier");

        JsonNode imported = admin.send(
                        "POST",
                        "/grants/import",
                        "text/csv",
                        "identifier;uai;suffix;endsOn;reason\ne.3;0359001U;AES;;r\ne.4;0359001U;ASH;;r\ne.5;0359001U;ASH;;r\n")
                .expect(200)
                .json();
        assertThat(imported.get("lines").findValuesAsText("outcome")).containsExactly("REFUSED", "AWAITED", "REFUSED");
        assertThat(imported.at("/lines/2/errors/0/code").asText()).isEqualTo("too-many-pending-in-group");
    }

    @Test
    void a_group_holds_a_number_of_grants_whether_or_not_they_wait() {
        AcademySettings.of(realm).set("grantsPerGroup", "3");
        List<String> people = ManyPeople.in(realm, "many", 3).ids();
        head.change(GROUP, aChange().addingIds(people.get(0), people.get(1)).addingIdentifiers("f.1"))
                .expect(200);

        Answer refused = head.change(GROUP, aChange().addingIds(people.get(2)));

        assertThat(Refused.only(refused, 422, "too-many-grants-in-group", "add[0].userId"))
                .contains("3");
    }

    @Test
    void many_at_once_do_not_pass_the_bound_of_a_group_together() {
        AcademySettings.of(realm).set("pendingPerGroup", "5");
        Api api = head.api();
        String path = head.changes(GROUP);
        List<Callable<Answer>> acts = IntStream.range(0, 6)
                .<Callable<Answer>>mapToObj(i -> () -> api.post(
                        path,
                        aChange()
                                .addingIdentifiers("g.%d.1".formatted(i), "g.%d.2".formatted(i))
                                .body()))
                .toList();

        Concurrently.all(acts);

        assertThat(pending(GROUP)).isEqualTo(4);
    }

    @Test
    void a_bound_that_makes_no_sense_is_refused_with_the_bounds_of_the_bound() {
        for (String wrong : List.of("0", "-1", "many", "1000001", "99999999999")) {
            Answer refused = AcademySettings.of(realm).trySetting("pendingPerGroup", wrong);

            refused.expect(400);
            assertThat(refused.text()).contains("pendingPerGroup", "1", "1000000");
        }
    }

    private Answer changeAsAdministrator(String group, String identifier) {
        return admin.post(
                "/groups/" + realm.groupId(group) + "/changes",
                aChange().addingIdentifiers(identifier).body());
    }

    private long pending(String group) {
        return Sql.of(realm.server())
                .number(
                        "select count(*) from RELAIS_GRANT where GROUP_ID = ? and STATUS = 'PENDING'",
                        realm.groupId(group));
    }
}
