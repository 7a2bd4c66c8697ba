package org.relais.keycloak.it.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD_ELSEWHERE;
import static org.relais.keycloak.it.support.people.GrantToGive.aGrant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Clients;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.Roles;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.TestProfiles;
import org.relais.keycloak.it.support.server.TestRealm;

/** No role and no group that rests on a grant reaches an application kept for official members, not even by Keycloak itself. */
@ExtendWith(RelaisServer.class)
class OfficialOnlyIT {

    private TestRealm realm;

    @BeforeEach
    void a_realm_of_its_own(ServerUnderTest server) {
        realm = server.freshRealm();
    }

    @AfterEach
    void which_is_deleted() {
        realm.close();
    }

    @Test
    void the_grants_of_a_group_that_gets_a_role_of_such_an_application_end() {
        String grant = aGrant(realm).give();

        Roles.of(realm).giveClientRole(realm.groupId(GROUP), "gar", "lecteur");

        assertThat(LedgerRows.of(realm).grant(grant).cause()).isEqualTo("PRIVILEGED_GROUP");
        assertThat(realm.signIn(ASSISTANT, "gar").claims().toString()).doesNotContain("lecteur");
        assertThat(codes(aGrant(realm).tryToGive().expect(422).json())).containsExactly("privileged-group");
        assertThat(status()).contains("warning-privileged-group " + GROUP);
    }

    @Test
    void a_role_that_contains_such_a_role_or_is_on_the_school_does_the_same() {
        String grant = aGrant(realm).give();
        String other = aGrant(realm).by(HEAD_ELSEWHERE).in("0299001B_AES").give();

        Roles.of(realm).giveRealmRole(realm.groupId("/etablissements/0359001U"), "équipe");
        assertThat(LedgerRows.of(realm).grant(grant).status()).isEqualTo("ACTIVE");
        Roles.of(realm).addClientRole("équipe", "arena", "gestionnaire");

        assertThat(LedgerRows.of(realm).grant(grant).cause()).isEqualTo("PRIVILEGED_GROUP");
        assertThat(LedgerRows.of(realm).grant(other).status()).isEqualTo("ACTIVE");
    }

    @Test
    void an_application_that_is_marked_later_counts_from_then_on() {
        String grant = aGrant(realm).give();
        Roles.of(realm).giveClientRole(realm.groupId(GROUP), "moodle", "auteur");
        assertThat(LedgerRows.of(realm).grant(grant).status()).isEqualTo("ACTIVE");

        Clients.of(realm).setAttribute("moodle", "relais.officialOnly", "true");

        assertThat(LedgerRows.of(realm).grant(grant).cause()).isEqualTo("PRIVILEGED_GROUP");
    }

    @Test
    void a_profile_whose_group_has_such_a_role_is_not_saved() {
        Roles.of(realm).giveClientRole(realm.groupId(GROUP), "gar", "lecteur");
        TestProfiles profiles = TestProfiles.of(realm);

        Answer answer = profiles.update(TestProfiles.with(profiles.named("AES"), "defaultDays", "30"));

        assertThat(answer.expect(400).text()).contains(GROUP);
    }

    @Test
    void a_role_of_another_application_that_would_reach_it_is_told_with_the_remedy() {
        Roles.of(realm).giveClientRole(realm.groupId(GROUP), "moodle", "auteur");
        aGrant(realm).give();
        assertThat(status()).contains("warning-official-role gar", "warning-official-role arena");
        assertThat(realm.signIn(ASSISTANT, "gar").claims().toString()).contains("auteur");

        for (String client : List.of("gar", "arena")) {
            ObjectNode without = Clients.of(realm).find(client).put("fullScopeAllowed", false);
            realm.admin().put("/clients/" + without.get("id").asText(), without).expect(204);
        }

        assertThat(status()).doesNotContain("warning-official-role gar", "warning-official-role arena");
        assertThat(realm.signIn(ASSISTANT, "gar").claims().toString()).doesNotContain("auteur");
    }

    @Test
    void a_role_of_a_group_without_grants_is_nobodys_business() {
        Roles.of(realm).giveClientRole(realm.groupId("0359001U_ENS"), "moodle", "auteur");

        assertThat(status()).noneMatch(warning -> warning.startsWith("warning-official"));
    }

    @Test
    void keycloaks_own_group_mapper_there_is_told_with_the_remedy() {
        aGrant(realm).give();
        String mapper = addMapper("gar", "oidc-group-membership-mapper", Map.of("claim.name", "tous"));
        assertThat(realm.signIn(ASSISTANT, "gar").claims().toString()).contains(GROUP);
        assertThat(status()).contains("warning-official-mapper gar");

        realm.admin().delete(mapper).expect(204);

        assertThat(status()).doesNotContain("warning-official-mapper gar");
        assertThat(realm.signIn(ASSISTANT, "gar").claims().toString()).doesNotContain(GROUP);
    }

    @Test
    void a_mapper_of_an_attribute_that_groups_have_is_told_too() {
        aGrant(realm).give();
        addMapper("arena", "oidc-usermodel-attribute-mapper", Map.of("claim.name", "rne", "user.attribute", "uai"));

        assertThat(realm.signIn(ASSISTANT, "arena").list("rne")).containsExactly("0359001U");
        assertThat(status()).contains("warning-official-mapper arena");
    }

    private String addMapper(String client, String type, Map<String, String> settings) {
        ObjectNode mapper = Api.JSON.createObjectNode();
        mapper.put("name", type).put("protocol", "openid-connect").put("protocolMapper", type);
        ObjectNode config = mapper.putObject("config").put("access.token.claim", "true");
        settings.forEach(config::put);
        String models = "/clients/%s/protocol-mappers/models"
                .formatted(Clients.of(realm).id(client));
        return models + "/" + realm.admin().post(models, mapper).expect(201).createdId();
    }

    /** Each warning with what it is about. */
    private List<String> status() {
        JsonNode warnings =
                realm.admin().get("/relais/status").expect(200).json().get("warnings");
        return warnings.findParents("code").stream()
                .map(it -> it.get("code").asText() + " " + it.path("field").asText())
                .toList();
    }

    private static List<String> codes(JsonNode answer) {
        return answer.findValuesAsText("code");
    }
}
