package org.relais.keycloak.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.MOODLE_GROUP;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.relais.keycloak.delivery.moodle.MoodleStub;
import org.relais.keycloak.it.support.people.ManyPeople;
import org.relais.keycloak.it.support.protocol.AdminToken;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.Sql;
import org.relais.keycloak.it.support.server.TestRealm;

/** People who come into groups and leave them without end, while whatever may break breaks. */
final class MoodleStorm {

    private static final List<String> GROUPS = List.of(MOODLE_GROUP, "0359002V_eleves-invites");

    private final TestRealm realm;
    private final Sql sql;
    private final List<String> people;
    private final List<String> groupIds;
    private final Random random = new Random(11);

    MoodleStorm(TestRealm realm, int count) {
        this.realm = realm;
        this.sql = Sql.of(realm.server());
        this.people = ManyPeople.in(realm, "storm", count).withMail().ids();
        this.groupIds = GROUPS.stream().map(realm::groupId).toList();
    }

    /** The Admin API of a node with a token that lasts: to ask for another could fail in the storm as well. */
    Api admin(ServerUnderTest node) {
        node.admin()
                .put("/admin/realms/master", Map.of("accessTokenLifespan", 3_600))
                .expect(204);
        String token = node.api()
                .postForm(
                        "/realms/master/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                AdminToken.USERNAME,
                                "password",
                                AdminToken.PASSWORD))
                .expect(200)
                .json()
                .get("access_token")
                .asText();
        return new Api(node.url(), () -> token).below("/admin/realms/" + realm.name());
    }

    /** Somebody joins or leaves; the server may fail to do it, then nothing has happened. */
    void change(Api admin) {
        String path = "/users/" + people.get(random.nextInt(people.size())) + "/groups/"
                + groupIds.get(random.nextInt(groupIds.size()));
        if (random.nextInt(3) == 0) {
            admin.delete(path);
        } else {
            admin.put(path, Map.of());
        }
    }

    void assertRight(MoodleStub moodle) {
        assertThat(moodle.doubles()).isEmpty();
        for (int i = 0; i < GROUPS.size(); i++) {
            List<String> should =
                    sql.texts("select USER_ID from USER_GROUP_MEMBERSHIP where GROUP_ID = ?", groupIds.get(i));
            assertThat(moodle.members(GROUPS.get(i)))
                    .as(GROUPS.get(i))
                    .isEqualTo(new TreeSet<>(should))
                    .isNotEmpty();
        }
        List<String> welcome = sql.texts(
                "select distinct USER_ID from USER_GROUP_MEMBERSHIP where GROUP_ID in (?, ?)",
                groupIds.get(0),
                groupIds.get(1));
        assertThat(people.stream().filter(moodle::hasAccount).filter(it -> !moodle.isSuspended(it)))
                .as("accounts that are open")
                .containsExactlyInAnyOrderElementsOf(welcome);
    }
}
