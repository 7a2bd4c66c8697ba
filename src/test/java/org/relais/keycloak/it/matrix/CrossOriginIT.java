package org.relais.keycloak.it.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.RelaisServer;
import org.relais.keycloak.it.support.server.TestRealm;

/** Which pages of which sites may call the managers' API with somebody's token. */
@ExtendWith(RelaisServer.class)
class CrossOriginIT {

    private static final String PORTAL = "https://portail.example";
    private static final String STRANGER = "https://ailleurs.example";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

    private static TestSchool school;
    private static Api head;

    @BeforeAll
    static void the_portal_is_a_web_origin_of_the_client(TestRealm realm) {
        ObjectNode client = (ObjectNode)
                realm.admin().get("/clients?clientId=tests").expect(200).json().get(0);
        client.putArray("webOrigins").add(PORTAL);
        realm.admin().put("/clients/" + client.get("id").asText(), client).expect(204);
        school = TestSchool.of(realm, "0359001U");
        head = realm.relais(HEAD);
    }

    @Test
    void a_page_of_another_site_is_refused_and_does_nothing() {
        Api page = head.with("Origin", STRANGER);

        Answer reading = page.get("/me").expect(403);
        Answer writing = page.post("/groups/" + school.assistants() + "/changes", change())
                .expect(403);

        assertThat(Stream.of(reading, writing)).allMatch(answer -> answer.header(ALLOW_ORIGIN) == null);
        assertThat(head.get("/groups/" + school.assistants() + "/members?origin=pending")
                        .expect(200)
                        .json()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void a_page_of_the_server_itself_is_answered(TestRealm realm) {
        String own = realm.server().url().toString();

        head.with("Origin", own).get("/me").expect(200);
    }

    @Test
    void a_page_of_a_web_origin_of_the_client_is_answered_and_may_read_the_answer() {
        Api page = head.with("Origin", PORTAL);

        assertThat(page.get("/me").expect(200).header(ALLOW_ORIGIN)).isEqualTo(PORTAL);
        assertThat(page.get("/groups/unknown").expect(404).header(ALLOW_ORIGIN)).isEqualTo(PORTAL);
    }

    @ParameterizedTest
    @MethodSource("managersEndpoints")
    void a_browser_that_asks_first_is_told_what_it_may_send(Endpoint endpoint, TestRealm realm) {
        String path = "/" + endpoint.path().replaceAll("\\{[^}]*}", "x");

        Answer answer = realm.relaisWith(null)
                .with("Origin", PORTAL)
                .with("Access-Control-Request-Method", endpoint.method())
                .with("Access-Control-Request-Headers", "authorization,content-type,idempotency-key")
                .send("OPTIONS", path, null)
                .expect(200);

        assertThat(answer.header(ALLOW_ORIGIN)).isEqualTo(PORTAL);
        assertThat(list(answer, "Access-Control-Allow-Methods")).contains(endpoint.method());
        assertThat(list(answer, "Access-Control-Allow-Headers"))
                .contains("Authorization", "Content-Type", "Idempotency-Key");
    }

    static Stream<Endpoint> managersEndpoints() {
        return Matrix.endpoints().stream().filter(endpoint -> endpoint.base() == ApiBase.MANAGERS);
    }

    /** The values of a header, on one line or on several. */
    private static List<String> list(Answer answer, String header) {
        return answer.headers().allValues(header).stream()
                .flatMap(line -> Stream.of(line.split(" *, *")))
                .toList();
    }

    private static Map<String, Object> change() {
        return Map.of("add", List.of(TestSchool.somebodyAwaited()), "reason", "essai");
    }
}
