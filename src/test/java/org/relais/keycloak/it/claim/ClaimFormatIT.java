package org.relais.keycloak.it.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;
import static org.relais.keycloak.it.support.people.DemoNames.TEACHER;
import static org.relais.keycloak.it.support.people.GrantToGive.aGrant;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.Clients;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** How a group is written, and into which of the answers an application can ask for. */
@ExtendWith(RelaisServer.class)
class ClaimFormatIT {

    @BeforeAll
    static void an_assistant_has_an_access(TestRealm realm) {
        aGrant(realm).to(ASSISTANT).give();
    }

    @Test
    void a_name_is_the_technical_name(TestRealm realm) {
        write(realm, Map.of("format", "name"));

        Tokens tokens = realm.signIn(ASSISTANT, PRONOTE);

        assertThat(tokens.claims().get("groups")).isEqualTo(json("[\"0359001U_AES\"]"));
        assertThat(tokens.idClaims().get("groups")).isEqualTo(json("[\"0359001U_AES\"]"));
    }

    @Test
    void a_path_leads_through_the_school(TestRealm realm) {
        write(realm, Map.of("format", "path"));

        assertThat(realm.signIn(ASSISTANT, PRONOTE).groups()).containsExactly("/etablissements/0359001U/0359001U_AES");
    }

    @Test
    void an_object_tells_the_last_day_of_a_grant_and_none_of_an_official_membership(TestRealm realm) {
        write(realm, Map.of("format", "object"));

        assertThat(realm.signIn(ASSISTANT, PRONOTE).claims().get("groups"))
                .isEqualTo(json("[{\"name\":\"0359001U_AES\",\"uai\":\"0359001U\",\"profile\":\"AES\",\"endsOn\":\""
                        + Days.soon() + "\"}]"));
        assertThat(realm.signIn(TEACHER, PRONOTE).claims().get("groups"))
                .isEqualTo(json("[{\"name\":\"0359001U_ENS\",\"uai\":\"0359001U\",\"profile\":\"ENS\"}]"));
    }

    @Test
    void a_profile_is_told_by_the_value_that_stands_for_it_and_others_are_not_told(TestRealm realm) {
        write(realm, Map.of("values", "[{\"key\":\"aes\",\"value\":\"National_EVS\"}]"));
        assertThat(realm.signIn(ASSISTANT, PRONOTE).groups()).containsExactly("National_EVS");
        assertThat(realm.signIn(TEACHER, PRONOTE).claims().has("groups")).isFalse();

        write(realm, Map.of("values", "AES=National_EVS, ENS=National_ENS"));
        assertThat(realm.signIn(TEACHER, PRONOTE).groups()).containsExactly("National_ENS");
    }

    @Test
    void texts_have_the_letters_the_prefix_and_the_separator_asked_for(TestRealm realm) {
        write(realm, Map.of("letters", "lower", "prefix", "relais:", "separator", ";"));

        assertThat(realm.signIn(ASSISTANT, PRONOTE).claims().get("groups")).isEqualTo(json("\"relais:0359001u_aes\""));
    }

    @Test
    void schools_and_last_day_have_claims_of_their_own_where_they_have_a_name(TestRealm realm) {
        write(realm, Map.of("schoolsClaim", "schools", "endsOnClaim", "access_ends_on"));

        JsonNode granted = realm.signIn(ASSISTANT, PRONOTE).claims();
        assertThat(granted.get("schools")).isEqualTo(json("[\"0359001U\"]"));
        assertThat(granted.get("access_ends_on").asText()).isEqualTo(Days.soon().toString());
        JsonNode official = realm.signIn(TEACHER, PRONOTE).claims();
        assertThat(official.get("schools")).isEqualTo(json("[\"0359001U\"]"));
        assertThat(official.has("access_ends_on")).isFalse();
    }

    @Test
    void the_claim_is_where_the_mapper_puts_it(TestRealm realm) {
        write(realm, Map.of("claim.name", "droits.relais", "id.token.claim", "false"));

        Tokens tokens = realm.signIn(ASSISTANT, PRONOTE);

        assertThat(tokens.claims().at("/droits/relais")).isEqualTo(json("[\"0359001U_AES\"]"));
        assertThat(tokens.idClaims().has("droits")).isFalse();
    }

    @Test
    void user_info_and_introspection_tell_the_same(TestRealm realm) {
        write(realm, Map.of());
        introspectedBy(realm, "intranet");
        String access = realm.token(ASSISTANT, PRONOTE);

        JsonNode info = new Api(realm.server().url(), () -> access)
                .get("/realms/" + realm.name() + "/protocol/openid-connect/userinfo")
                .expect(200)
                .json();
        assertThat(info.get("groups")).isEqualTo(json("[\"0359001U_AES\"]"));
        assertThat(introspection(realm, access).get("active").asBoolean()).isTrue();
        assertThat(introspection(realm, access).get("groups")).isEqualTo(json("[\"0359001U_AES\"]"));
    }

    @Test
    void a_renamed_group_has_its_new_name_in_the_next_token(TestRealm realm) {
        write(realm, Map.of("format", "name"));
        String id = realm.groupId(GROUP);
        ObjectNode group =
                (ObjectNode) realm.admin().get("/groups/" + id).expect(200).json();

        realm.admin().put("/groups/" + id, group.put("name", "0359001U_aesh")).expect(204);

        assertThat(realm.signIn(ASSISTANT, PRONOTE).groups()).containsExactly("0359001U_aesh");
        realm.admin().put("/groups/" + id, group.put("name", GROUP)).expect(204);
        assertThat(realm.signIn(ASSISTANT, PRONOTE).groups()).containsExactly(GROUP);
    }

    @Test
    void an_unknown_format_is_refused(TestRealm realm) {
        ObjectNode mapper = mapper(realm);
        ((ObjectNode) mapper.get("config")).put("format", "xml");

        Answer answer = realm.admin().put(mapperPath(realm, mapper), mapper).expect(400);

        assertThat(answer.text()).contains("format");
    }

    /** The application's mapper as in the demo, except for these settings. */
    private static void write(TestRealm realm, Map<String, String> settings) {
        ObjectNode mapper = mapper(realm);
        ObjectNode config = (ObjectNode) mapper.get("config");
        config.remove(List.of("values", "letters", "prefix", "separator", "schoolsClaim", "endsOnClaim"));
        config.put("claim.name", "groups").put("format", "name").put("id.token.claim", "true");
        settings.forEach(config::put);
        realm.admin().put(mapperPath(realm, mapper), mapper).expect(204);
    }

    private static ObjectNode mapper(TestRealm realm) {
        return (ObjectNode) Clients.of(realm).find(PRONOTE).at("/protocolMappers/0");
    }

    private static String mapperPath(TestRealm realm, JsonNode mapper) {
        return "/clients/%s/protocol-mappers/models/%s"
                .formatted(Clients.of(realm).id(PRONOTE), mapper.get("id").asText());
    }

    private static void introspectedBy(TestRealm realm, String clientId) {
        realm.admin()
                .post("/clients", Map.of("clientId", clientId, "publicClient", false, "secret", "secret"))
                .expect(201);
        realm.admin()
                .post(
                        "/clients/%s/protocol-mappers/models"
                                .formatted(Clients.of(realm).id(PRONOTE)),
                        Map.of(
                                "name", "intranet",
                                "protocol", "openid-connect",
                                "protocolMapper", "oidc-audience-mapper",
                                "config", Map.of("included.client.audience", clientId, "access.token.claim", "true")))
                .expect(201);
    }

    private static JsonNode introspection(TestRealm realm, String token) {
        return realm.server()
                .api()
                .postForm(
                        "/realms/" + realm.name() + "/protocol/openid-connect/token/introspect",
                        Map.of("token", token, "client_id", "intranet", "client_secret", "secret"))
                .expect(200)
                .json();
    }

    private static JsonNode json(String text) {
        try {
            return Api.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
