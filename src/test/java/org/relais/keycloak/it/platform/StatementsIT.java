package org.relais.keycloak.it.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.relais.keycloak.it.support.assertion.StatementCounts;
import org.relais.keycloak.it.support.people.ManyPeople;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.ManySchools;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** What the acts of every day cost the database; in a realm of three schools and in one of two hundred more. */
@ExtendWith(RelaisServer.class)
class StatementsIT {

    private static final int SCHOOLS = 200;
    private static final int CHANGES = 5;

    private static final String MANY = "0359001U_AED";
    private static final String FREE = "0359001U_ASH";

    private static StatementCounts inSmallRealm;
    private static StatementCounts inLargeRealm;

    @BeforeAll
    static void acts_are_measured_with_the_gate_in_place(TestRealm realm) {
        realm.admin().post("/relais/gate", Map.of()).expect(200);
        members(realm, "few", 5, GROUP);
        members(realm, "many", 50, MANY);
        List<String> people = ManyPeople.in(realm, "people", 2 * CHANGES).ids();
        inSmallRealm = StatementCounts.of(realm, GROUP, MANY, FREE, people.subList(0, CHANGES));
        ManySchools.addTo(realm, SCHOOLS);
        inLargeRealm = StatementCounts.of(realm, GROUP, MANY, FREE, people.subList(CHANGES, 2 * CHANGES));
    }

    @ParameterizedTest
    @CsvSource({
        "groups, 8",
        "one group, 7",
        "few members, 8",
        "many members, 8",
        "a change of one, 16",
        "a token with the claim, 10",
        "a refresh with the claim, 1",
        "a sign-in, 12",
        "a sign-in through the gate, 12",
    })
    void an_act_takes_few_statements_whatever_the_size_of_the_realm(String act, long most) {
        assertThat(inSmallRealm.of(act)).isLessThanOrEqualTo(most);
        assertThat(inLargeRealm.of(act)).isEqualTo(inSmallRealm.of(act));
    }

    @Test
    void fifty_members_take_no_more_than_five() {
        assertThat(inSmallRealm.of("many members")).isEqualTo(inSmallRealm.of("few members"));
    }

    @Test
    void claim_and_gate_together_take_one_statement() {
        assertThat(inSmallRealm.of("a token with the claim") - inSmallRealm.of("a token without it"))
                .isLessThanOrEqualTo(1);
        assertThat(inSmallRealm.of("a refresh with the claim") - inSmallRealm.of("a refresh without it"))
                .isLessThanOrEqualTo(1);
        assertThat(inSmallRealm.of("a sign-in through the gate") - inSmallRealm.of("a sign-in"))
                .isLessThanOrEqualTo(2);
    }

    private static void members(TestRealm realm, String prefix, int count, String group) {
        String id = realm.groupId(group);
        ManyPeople.in(realm, prefix, count).joining(id).withGrantsUntil(id, Days.endOf(Days.soon()));
    }
}
