package org.relais.keycloak.it.support.people;

import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_ASSISTANT;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.Housekeeping;
import org.relais.keycloak.it.support.server.TestRealm;

/** What is there before people look at the page. */
public final class PageFixture {

    private final TestRealm realm;

    public PageFixture(TestRealm realm) {
        this.realm = realm;
    }

    /** A person with the function of an AESH and, in the directory, of no school yet. */
    public PageFixture assistant(String username, String firstName, String lastName) {
        return person(username, firstName, lastName, List.of());
    }

    public PageFixture officialMember(String username, String firstName, String lastName) {
        return person(username, firstName, lastName, List.of("/etablissements/0359001U/" + GROUP));
    }

    /** Whoever has just been created is found from now on. */
    public PageFixture indexed() {
        Housekeeping.run(realm.server());
        return this;
    }

    public JsonNode give(String username, LocalDate lastDay) {
        return change(Map.of("add", List.of(Map.of("userId", realm.userId(username))), "endsOn", lastDay.toString()));
    }

    public JsonNode await(String identifier, LocalDate lastDay) {
        return change(Map.of("add", List.of(Map.of("identifier", identifier)), "endsOn", lastDay.toString()));
    }

    /** A grant that runs, which is returned, one that waits for an account, and one of Gwenola Tanguy that has ended. */
    public JsonNode giveOneOfEachKind() {
        JsonNode running = give(OTHER_ASSISTANT, Days.soon());
        await("marie.durand@academie.example", Days.soon());
        end(give("gwenola.tanguy", Days.soon()));
        return running;
    }

    public void end(JsonNode grant) {
        head().delete("/grants/" + grant.path("id").asText()).expect(200);
    }

    public JsonNode members(String origin) {
        return head().get("/groups/" + realm.groupId(GROUP) + "/members?max=100&origin=" + origin)
                .expect(200)
                .json()
                .path("items");
    }

    private JsonNode change(Map<String, Object> change) {
        Map<String, Object> body = new HashMap<>(change);
        body.put("reason", "Arrivée avant l’affectation");
        return head().post("/groups/" + realm.groupId(GROUP) + "/changes", body)
                .expect(200)
                .json()
                .path("granted")
                .get(0);
    }

    private Api head() {
        return realm.relais(HEAD);
    }

    private PageFixture person(String username, String firstName, String lastName, List<String> groups) {
        Map<String, Object> user = new HashMap<>(Map.of(
                "username", username, "firstName", firstName, "lastName", lastName, "enabled", true, "groups", groups));
        user.put("email", DemoNames.email(username));
        user.put("attributes", Map.of("title", List.of("AES"), "ENTPersonFonctions", List.of("0359009Z$AES")));
        user.put("credentials", List.of(Map.of("type", "password", "value", TestRealm.PASSWORD)));
        realm.admin().post("/users", user).expect(201);
        return this;
    }
}
