package org.relais.keycloak.it.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.SchoolFiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** Schools as they are: with half a head, without one, with a new one, and at the end of the year. */
@ExtendWith(RelaisServer.class)
class SchoolYearIT {

    private TestRealm realm;
    private Api admin;

    @BeforeEach
    void schools_are_there(TestRealm shared) {
        realm = shared;
        admin = realm.admin().below("/relais");
    }

    @Test
    void the_head_of_two_schools_on_one_site_manages_both_and_no_third() {
        TestPerson head = aPerson()
                .officiallyIn("0359001U_DIR")
                .officiallyIn("0359002V_DIR")
                .whoSignsIn()
                .in(realm);
        Manager manager = Manager.of(realm, head.username());
        TestPerson assistant = aPerson().in(realm);

        manager.give(GROUP, aChange().adding(assistant));
        manager.give(OTHER_GROUP, aChange().adding(assistant));

        assertThat(manager.change("0299001B_AES", aChange().adding(assistant)).status())
                .isEqualTo(404);
        assertThat(heads("0359001U")).contains(head.id());
        assertThat(heads("0359002V")).contains(head.id());
        assertThat(heads("0299001B")).doesNotContain(head.id());
    }

    @Test
    void a_school_without_a_head_is_managed_by_a_deputy_until_the_last_day_of_the_delegation() {
        SchoolFiles.of(realm).run("", "uai;name\n0560100V;Collège sans principal\n");
        TestPerson deputy = aPerson().whoSignsIn().in(realm);
        assertThat(heads("0560100V")).isEmpty();
        admin.post(
                        "/groups/" + realm.groupId("0560100V_AES") + "/managers",
                        Map.of(
                                "type",
                                "USER",
                                "principalId",
                                deputy.id(),
                                "endsOn",
                                Days.in(30).toString()))
                .expect(200);

        Manager.of(realm, deputy.username())
                .give("0560100V_AES", aChange().adding(aPerson().in(realm)));

        realm.server().clock().ahead(Days.untilNoonOf(Days.in(31)));
        assertThat(Manager.of(realm, deputy.username())
                        .api()
                        .get("/groups")
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void a_new_head_takes_over_what_the_one_before_has_given() {
        String direction = realm.groupId("0299001B_DIR");
        TestPerson before = aPerson().officiallyIn("0299001B_DIR").whoSignsIn().in(realm);
        JsonNode grant = Manager.of(realm, before.username())
                .give("0299001B_AED", aChange().adding(aPerson().in(realm)));
        TestPerson after = aPerson().whoSignsIn().in(realm);

        realm.admin().delete("/users/" + before.id() + "/groups/" + direction).expect(204);
        realm.admin().put("/users/" + after.id() + "/groups/" + direction, null).expect(204);

        assertThat(Manager.of(realm, before.username()).end(grant).status()).isEqualTo(404);
        Manager.of(realm, after.username()).end(grant).expect(200);
        assertThat(heads("0299001B")).contains(after.id()).doesNotContain(before.id());
    }

    @Test
    void in_summer_an_administrator_carries_accesses_into_the_next_year_and_ends_the_others() {
        LocalDate june = LocalDate.of(Days.today().getYear() + 1, 6, 15);
        LocalDate endOfYear = LocalDate.of(june.getYear(), 8, 31);
        realm.server().clock().ahead(Days.untilNoonOf(june));
        Manager head = Manager.head(realm);
        String stays = id(head.give(GROUP, aChange().adding(aPerson().in(realm)).until(endOfYear)));
        String goes =
                id(head.give(OTHER_GROUP, aChange().adding(aPerson().in(realm)).until(endOfYear)));
        LocalDate december = LocalDate.of(june.getYear(), 12, 31);

        JsonNode ending = admin.get("/grants?status=ACTIVE&endingBefore=" + endOfYear.plusDays(1))
                .expect(200)
                .json();
        assertThat(ending.get("items").findValuesAsText("id")).contains(stays, goes);
        Refused.only(
                Manager.head(realm).api().patch("/grants/" + stays, Map.of("endsOn", december.toString())),
                422,
                "ends-too-late",
                "endsOn");
        JsonNode renewed = admin.post("/grants/renew", Map.of("ids", List.of(stays), "endsOn", december.toString()))
                .expect(200)
                .json();
        JsonNode ended = admin.post("/grants/end", Map.of("search", Map.of("school", "0359002V")))
                .expect(200)
                .json();

        assertThat(renewed.at("/lines/0/grant/endsOn").asText()).isEqualTo(december.toString());
        assertThat(ended.get("lines").findValuesAsText("grantId")).contains(goes);
        JsonNode tooFar = admin.post(
                        "/grants/renew",
                        Map.of(
                                "ids",
                                List.of(stays),
                                "endsOn",
                                june.plusDays(400).toString()))
                .expect(200)
                .json();
        assertThat(tooFar.at("/lines/0/errors/0/code").asText()).isEqualTo("ends-too-late");
    }

    private List<String> heads(String uai) {
        return admin.get("/schools?q=" + uai)
                .expect(200)
                .json()
                .at("/items/0/heads/people")
                .findValuesAsText("id");
    }

    private static String id(JsonNode grant) {
        return grant.get("id").asText();
    }
}
