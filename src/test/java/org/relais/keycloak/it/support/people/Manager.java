package org.relais.keycloak.it.support.people;

import static org.relais.keycloak.it.support.people.DemoNames.HEAD;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.TestRealm;

/** Somebody who manages groups; each call signs in anew, so that a moved clock does no harm. */
public final class Manager {

    private final TestRealm realm;
    private final String username;

    private Manager(TestRealm realm, String username) {
        this.realm = realm;
        this.username = username;
    }

    public static Manager head(TestRealm realm) {
        return of(realm, HEAD);
    }

    public static Manager of(TestRealm realm, String username) {
        return new Manager(realm, username);
    }

    public Api api() {
        return realm.relais(username);
    }

    public Answer change(String group, Change change) {
        return api().post(changes(group), change.body());
    }

    public String changes(String group) {
        return "/groups/" + realm.groupId(group) + "/changes";
    }

    /** The only grant of a change that gives one. */
    public JsonNode give(String group, Change change) {
        JsonNode granted = change(group, change).expect(200).json().get("granted");
        if (granted.size() != 1) {
            throw new AssertionError("One grant expected: " + granted);
        }
        return granted.get(0);
    }

    public JsonNode give(String group, TestPerson person, LocalDate lastDay) {
        return give(group, Change.aChange().adding(person).until(lastDay));
    }

    public Answer patch(JsonNode grant, Map<String, String> patch) {
        return api().patch("/grants/" + grant.get("id").asText(), patch);
    }

    public Answer end(JsonNode grant) {
        return api().delete("/grants/" + grant.get("id").asText());
    }

    /** @param origin official, granted or pending */
    public List<JsonNode> members(String group, String origin) {
        return pages("/groups/" + realm.groupId(group) + "/members", "&origin=" + origin);
    }

    public List<JsonNode> journal(String group) {
        return pages("/groups/" + realm.groupId(group) + "/journal", "");
    }

    private List<JsonNode> pages(String path, String query) {
        List<JsonNode> items = new ArrayList<>();
        Api api = api();
        JsonNode page = api.get(path + "?max=100" + query).expect(200).json();
        page.get("items").forEach(items::add);
        while (page.hasNonNull("next")) {
            page = api.get(path + "?max=100" + query + "&cursor="
                            + page.get("next").asText())
                    .expect(200)
                    .json();
            page.get("items").forEach(items::add);
        }
        return items;
    }
}
