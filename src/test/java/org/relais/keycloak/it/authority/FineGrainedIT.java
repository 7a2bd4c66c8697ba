package org.relais.keycloak.it.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.people.GrantToGive;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.GuardedClients;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.TestRealm;

/** Keycloak's fine-grained admin permissions beside Relais: whose word counts where. */
@ExtendWith(RelaisServer.class)
class FineGrainedIT {

    private static TestPerson delegate;

    private TestPerson person;

    @BeforeAll
    static void a_delegate_may_change_the_members_of_one_group(TestRealm realm) {
        GuardedClients.addTo(realm);
        delegate = TestPerson.aPerson().whoSignsIn().in(realm);
        FineGrained.switchedOnIn(realm)
                .allow(delegate, "Groups", List.of("view", "manage-membership"), realm.groupId(GROUP))
                .allow(delegate, "Users", List.of("view", "manage-group-membership"));
    }

    @BeforeEach
    void somebody_comes(TestRealm realm) {
        person = TestPerson.aPerson().whoSignsIn().in(realm);
    }

    @Test
    void who_is_joined_by_the_stock_interface_is_an_official_member_without_an_end(TestRealm realm) {
        asDelegate(realm).put(membership(realm, GROUP), null).expect(204);

        JsonNode member = member(realm);
        assertThat(member.get("origin").asText()).isEqualTo("OFFICIAL");
        assertThat(member.path("grant").isMissingNode() || member.path("grant").isNull())
                .isTrue();
        assertThat(LedgerRows.of(realm).actors("JOINED", realm.groupId(GROUP), person.id()))
                .containsExactly(delegate.id());
        assertThat(realm.signIn(person.username(), PRONOTE).groups()).containsExactly(GROUP);
    }

    @Test
    void who_has_a_dated_access_keeps_it_dated_though_a_delegate_joins_them_again(TestRealm realm) {
        String grant = GrantToGive.aGrant(realm).to(person.username()).give();

        asDelegate(realm).put(membership(realm, GROUP), null).expect(204);

        assertThat(member(realm).get("origin").asText()).isEqualTo("GRANTED");
        LedgerRows.of(realm).endAt(grant, Days.endOf(Days.today().minusDays(1)));
        assertThat(GuardedClients.refuses(realm.trySignIn(person.username(), PRONOTE)))
                .isTrue();
    }

    @Test
    void who_is_taken_out_by_the_stock_interface_has_no_access_any_more(TestRealm realm) {
        String grant = GrantToGive.aGrant(realm).to(person.username()).give();

        asDelegate(realm).delete(membership(realm, GROUP)).expect(204);

        assertThat(LedgerRows.of(realm).grant(grant).cause()).isEqualTo("LEFT_GROUP");
        assertThat(LedgerRows.of(realm).grant(grant).endedBy()).isEqualTo(delegate.id());
        assertThat(GuardedClients.refuses(realm.trySignIn(person.username(), PRONOTE)))
                .isTrue();
    }

    @Test
    void a_delegate_of_keycloaks_is_no_manager_of_ours(TestRealm realm) {
        asDelegate(realm).put(membership(realm, "0359001U_DIR"), null).expect(403);
        realm.relais(delegate.username()).get("/groups/" + realm.groupId(GROUP)).expect(404);
        assertThat(realm.relais(delegate.username())
                        .get("/groups")
                        .expect(200)
                        .json()
                        .get("items"))
                .isEmpty();
        realm.relaisAdminWith(token(realm, delegate))
                .delete("/grants/"
                        + GrantToGive.aGrant(realm).to(person.username()).give())
                .expect(403);
    }

    @Test
    void permissions_on_all_users_count_as_the_roles_they_stand_for(ServerUnderTest server) {
        try (TestRealm realm = server.freshRealm()) {
            TestPerson reader = TestPerson.aPerson().whoSignsIn().in(realm);
            FineGrained.switchedOnIn(realm).allow(reader, "Users", List.of("view"));
            String grant = GrantToGive.aGrant(realm).give();
            realm.relaisAdminWith(token(realm, reader)).get("/grants").expect(200);
            realm.relaisAdminWith(token(realm, reader))
                    .delete("/grants/" + grant)
                    .expect(403);
        }
        try (TestRealm realm = server.freshRealm()) {
            TestPerson writer = TestPerson.aPerson().whoSignsIn().in(realm);
            FineGrained.switchedOnIn(realm).allow(writer, "Users", List.of("view", "manage"));
            String grant = GrantToGive.aGrant(realm).give();
            realm.relaisAdminWith(token(realm, writer)).post("/gate", Map.of()).expect(403);
            realm.relaisAdminWith(token(realm, writer))
                    .delete("/grants/" + grant)
                    .expect(200);
        }
    }

    private JsonNode member(TestRealm realm) {
        for (JsonNode member : realm.relais(HEAD)
                .get("/groups/" + realm.groupId(GROUP) + "/members?max=100")
                .expect(200)
                .json()
                .get("items")) {
            if (member.toString().contains(person.id())) {
                return member;
            }
        }
        throw new AssertionError(person + " is no member");
    }

    private String membership(TestRealm realm, String group) {
        return "/users/%s/groups/%s".formatted(person.id(), realm.groupId(group));
    }

    /** The stock Admin API with the delegate's own token. */
    private static Api asDelegate(TestRealm realm) {
        String token = token(realm, delegate);
        return new Api(realm.server().url(), () -> token).below("/admin/realms/" + realm.name());
    }

    private static String token(TestRealm realm, TestPerson of) {
        return realm.token(of.username(), "admin-cli");
    }
}
