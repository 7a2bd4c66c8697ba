package org.relais.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** Foreign ids in a body or a query: like those of nothing, they lead nowhere. */
@ExtendWith(RelaisServer.class)
class ForeignIdsInRequestsIT {

    private static final String UNKNOWN = UUID.randomUUID().toString();

    private static MatrixFixture fixture;
    private static Api head;

    @BeforeAll
    static void everybody_is_there(TestRealm realm) throws SQLException {
        fixture = new MatrixFixture(realm);
        head = realm.relaisWith(fixture.token(Caller.HEAD));
    }

    @AfterAll
    static void close() throws SQLException {
        fixture.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"OTHER_SCHOOL", "OTHER_REALM"})
    void the_members_of_a_foreign_group_are_not_copied(Scope scope) {
        assertUnknown(404, fixture.school(scope).assistants(), id -> change(Map.of("addGroup", id, "reason", "essai")));
    }

    @ParameterizedTest
    @EnumSource(names = {"OTHER_SCHOOL", "OTHER_REALM"})
    void a_foreign_grant_is_not_ended(Scope scope) {
        assertUnknown(422, fixture.school(scope).grant(), id -> change(Map.of("remove", List.of(id))));
    }

    @Test
    void nobody_of_another_realm_is_given_an_access() {
        String stranger = fixture.people(Scope.OTHER_REALM).addSomebody();

        assertUnknown(422, stranger, id -> change(Map.of("add", List.of(Map.of("userId", id)), "reason", "essai")));
    }

    @Test
    void nothing_is_delegated_to_anybody_of_another_realm() {
        assertUnknown(400, fixture.people(Scope.OTHER_REALM).addSomebody(), id -> delegate("USER", id));
    }

    @ParameterizedTest
    @EnumSource(names = {"OWN", "OTHER_REALM"})
    void an_access_that_waits_is_not_confirmed_for_anybody_else(Scope scope) {
        String grant = fixture.own().grantClaimedBy(fixture.people(Scope.OWN).addSomebody());

        assertUnknown(
                400,
                fixture.people(scope).addSomebody(),
                id -> head.post("/grants/" + grant + "/confirm", Map.of("userId", id)));
    }

    @ParameterizedTest
    @EnumSource(names = {"OTHER_SCHOOL", "OTHER_REALM"})
    void nothing_is_delegated_to_a_foreign_group(Scope scope) {
        assertUnknown(404, fixture.school(scope).assistants(), id -> delegate("GROUP", id));
    }

    @ParameterizedTest
    @EnumSource(names = {"OTHER_SCHOOL", "OTHER_REALM"})
    void a_foreign_school_has_no_groups_and_no_grants(Scope scope) {
        fixture.school(scope).grant();

        for (String list : List.of("/groups?school=", "/grants?school=")) {
            Answer foreign = head.get(list + fixture.school(scope).uai()).expect(200);
            assertThat(foreign.json().get("items")).isEmpty();
            assertThat(foreign.text()).isEqualTo(head.get(list + "0359999Z").text());
        }
    }

    private static Answer change(Map<String, Object> body) {
        return head.post("/groups/" + fixture.own().assistants() + "/changes", body);
    }

    private static Answer delegate(String type, String principalId) {
        String tomorrow = Days.in(1).toString();
        return head.post(
                "/groups/" + fixture.own().assistants() + "/managers",
                Map.of("type", type, "principalId", principalId, "endsOn", tomorrow));
    }

    /** Refused, word for word as an unknown id is, and nothing is done. */
    private static void assertUnknown(int status, String foreignId, Function<String, Answer> request) {
        List<String> before = fixture.snapshot();
        Answer foreign = request.apply(foreignId).expect(status);
        Answer unknown = request.apply(UNKNOWN).expect(status);
        assertThat(foreign.text()).isEqualTo(unknown.text().replace(UNKNOWN, foreignId));
        assertThat(fixture.snapshot()).isEqualTo(before);
    }
}
