package org.relais.keycloak.it.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.relais.keycloak.it.support.people.GrantToGive;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.Clients;
import org.relais.keycloak.it.support.server.GuardedClients;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** A lightweight access token carries little; whoever introspects it is told all the same. */
@ExtendWith(RelaisServer.class)
class LightweightTokenIT {

    private static final String GROUPS = "[\"0359001U_AES\"]";

    private static TestPerson person;

    @BeforeAll
    static void somebody_has_an_access(TestRealm realm) {
        GuardedClients.addTo(realm);
        GuardedClients.forService(realm, PRONOTE);
        Clients.of(realm).setAttribute(PRONOTE, "client.use.lightweight.access.token.enabled", "true");
        person = TestPerson.aPerson().whoSignsIn().in(realm);
        GrantToGive.aGrant(realm).to(person.username()).give();
    }

    @Test
    void it_does_not_carry_the_groups_but_whoever_introspects_it_is_told(TestRealm realm) {
        write(realm, "lightweight.claim", "false");

        Tokens tokens = realm.signIn(person.username(), PRONOTE);

        assertThat(tokens.claims().has("groups")).isFalse();
        assertThat(tokens.idClaims().get("groups").toString()).isEqualTo(GROUPS);
        assertThat(introspection(realm, tokens).get("groups").toString()).isEqualTo(GROUPS);
    }

    @Test
    void it_carries_them_where_the_mapper_says_so(TestRealm realm) {
        write(realm, "lightweight.claim", "true");

        assertThat(realm.signIn(person.username(), PRONOTE).groups()).containsExactly(GROUP);
    }

    private static JsonNode introspection(TestRealm realm, Tokens tokens) {
        return realm.server()
                .api()
                .postForm(
                        "/realms/" + realm.name() + "/protocol/openid-connect/token/introspect",
                        Map.of(
                                "token", tokens.access(),
                                "client_id", GuardedClients.SERVICE,
                                "client_secret", GuardedClients.SECRET))
                .expect(200)
                .json();
    }

    private static void write(TestRealm realm, String setting, String value) {
        ObjectNode client = Clients.of(realm).find(PRONOTE);
        for (JsonNode mapper : client.get("protocolMappers")) {
            if (mapper.get("protocolMapper").asText().equals("relais-groups")) {
                ((ObjectNode) mapper.get("config")).put(setting, value);
                realm.admin()
                        .put(
                                "/clients/%s/protocol-mappers/models/%s"
                                        .formatted(
                                                client.get("id").asText(),
                                                mapper.get("id").asText()),
                                mapper)
                        .expect(204);
            }
        }
    }
}
