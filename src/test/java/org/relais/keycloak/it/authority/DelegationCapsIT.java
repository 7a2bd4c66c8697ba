package org.relais.keycloak.it.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.Refused;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** A group has a number of delegates, and one person delegates a number of times. */
@ExtendWith(RelaisServer.class)
class DelegationCapsIT {

    private TestRealm realm;
    private Manager head;

    @BeforeEach
    void a_realm_of_its_own(ServerUnderTest server) {
        realm = server.freshRealm();
        head = Manager.head(realm);
    }

    @AfterEach
    void close() {
        realm.close();
    }

    @Test
    void a_group_has_a_number_of_delegations_whoever_gives_them() {
        AcademySettings.of(realm).set("delegationsPerGroup", "2");
        delegate(head.api(), GROUP).expect(200);
        Answer second = delegate(realm.admin().below("/relais"), GROUP).expect(200);

        String sentence = Refused.only(delegate(head.api(), GROUP), 409, "too-many-delegations-in-group", null);

        assertThat(sentence).contains("2");
        Refused.only(delegate(realm.admin().below("/relais"), GROUP), 409, "too-many-delegations-in-group", null);
        assertThat(delegations()).isEqualTo(2);
        String id = second.json().get("id").asText();
        head.api().delete("/groups/" + realm.groupId(GROUP) + "/managers/" + id).expect(204);
        delegate(head.api(), GROUP).expect(200);
    }

    @Test
    void a_person_gives_a_number_of_delegations_and_an_administrator_as_many_as_there_are_groups_for() {
        AcademySettings.of(realm).set("delegationsPerGiver", "1");
        delegate(head.api(), GROUP).expect(200);

        Answer refused = delegate(head.api(), "0359001U_ASH");

        assertThat(Refused.only(refused, 409, "too-many-delegations-of-giver", null))
                .contains("1");
        assertThat(delegations()).isEqualTo(1);
        delegate(realm.admin().below("/relais"), "0359001U_ASH").expect(200);
        delegate(realm.admin().below("/relais"), "0359001U_AED").expect(200);
    }

    private Answer delegate(Api api, String group) {
        return api.post(
                "/groups/" + realm.groupId(group) + "/managers",
                Map.of(
                        "type", "USER",
                        "principalId", aPerson().in(realm).id(),
                        "endsOn", Days.in(20).toString()));
    }

    private long delegations() {
        return Sql.of(realm.server())
                .number("select count(*) from RELAIS_MANAGER where GROUP_ID = ?", realm.groupId(GROUP));
    }
}
