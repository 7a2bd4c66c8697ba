package org.relais.keycloak.it.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** Whether delegations hold is found out in the same number of statements, however many people gave how many. */
@ExtendWith(RelaisServer.class)
class DelegationCostIT {

    private static final List<String> GROUPS = List.of("0359001U_AES", "0359001U_ASH", "0359001U_AED", "0359001U_DOC");

    private static TestRealm realm;

    @BeforeAll
    static void there_is_room_for_dates(TestRealm fresh) {
        realm = fresh;
        TestProfiles.of(realm).allowUntil(Days.in(200), "AES", "ASH", "AED", "DOC");
    }

    @Test
    void many_givers_cost_no_more_than_one() {
        TestPerson ofOne = aPerson().whoSignsIn().in(realm);
        Manager one = aHead();
        GROUPS.forEach(group -> delegate(one, group, ofOne));
        Api api = Manager.of(realm, ofOne.username()).api();
        long groups = count(api, "/groups");
        long me = count(api, "/me");
        long managers = count(api, "/groups/" + realm.groupId(GROUPS.get(0)) + "/managers");

        TestPerson ofMany = aPerson().whoSignsIn().in(realm);
        for (String group : GROUPS) {
            delegate(aHead(), group, ofMany);
            for (int i = 0; i < 3; i++) {
                delegate(aHead(), group, aPerson().in(realm));
            }
        }
        Api other = Manager.of(realm, ofMany.username()).api();

        assertThat(count(other, "/groups")).isEqualTo(groups).isLessThanOrEqualTo(18);
        assertThat(count(other, "/me")).isEqualTo(me).isLessThanOrEqualTo(10);
        assertThat(count(other, "/groups/" + realm.groupId(GROUPS.get(0)) + "/managers"))
                .isEqualTo(managers)
                .isLessThanOrEqualTo(18);
    }

    private static Manager aHead() {
        TestPerson head = aPerson().officiallyIn("0359001U_DIR").whoSignsIn().in(realm);
        return Manager.of(realm, head.username());
    }

    private static void delegate(Manager giver, String group, TestPerson to) {
        giver.api()
                .post(
                        "/groups/" + realm.groupId(group) + "/managers",
                        Map.of(
                                "type",
                                "USER",
                                "principalId",
                                to.id(),
                                "endsOn",
                                Days.in(20).toString()))
                .expect(200);
    }

    private static long count(Api api, String path) {
        api.get(path).expect(200);
        return realm.server()
                .statements()
                .fewestDuring(() -> () -> api.get(path).expect(200));
    }
}
