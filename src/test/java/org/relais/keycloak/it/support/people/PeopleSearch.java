package org.relais.keycloak.it.support.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.TestRealm;

/** The people a manager finds. */
public final class PeopleSearch {

    private final Api api;

    private PeopleSearch(Api api) {
        this.api = api;
    }

    public static PeopleSearch of(Manager manager) {
        return new PeopleSearch(manager.api());
    }

    /** Everybody in the realm is in the index afterwards, whatever way they came. */
    public static PeopleSearch upToDate(TestRealm realm) {
        Api admin = realm.admin().below("/relais");
        admin.post("/people/reindex", null).expect(202);
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> admin.get("/status")
                        .expect(200)
                        .json()
                        .at("/directory/endedAt")
                        .isTextual());
        return of(Manager.head(realm));
    }

    /** Identifiers, in the order of the answer. */
    public List<String> find(String text) {
        return usernames("q=" + Api.encode(text));
    }

    public List<String> usernames(String query) {
        return page(query).get("items").findValuesAsText("username");
    }

    public JsonNode page(String query) {
        return answer(query).expect(200).json();
    }

    public Answer answer(String query) {
        return api.get("/people?" + query);
    }

    /** All pages of a search. */
    public List<String> all(String query, int max) {
        List<String> found = new ArrayList<>();
        String cursor = "";
        JsonNode page;
        do {
            page = page(query + "&max=" + max + cursor);
            found.addAll(page.get("items").findValuesAsText("username"));
            cursor = "&cursor=" + page.path("next").asText();
        } while (page.hasNonNull("next"));
        return found;
    }
}
