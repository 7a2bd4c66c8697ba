package org.relais.keycloak.it.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.relais.keycloak.it.support.people.Manager;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.TestRealm;

/** The people a manager finds. */
public final class Directory {

    private final Api api;

    private Directory(Api api) {
        this.api = api;
    }

    public static Directory of(Manager manager) {
        return new Directory(manager.api());
    }

    /** Everybody in the realm is in the index afterwards, whatever way they came. */
    public static Directory upToDate(TestRealm realm) {
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

    List<String> usernames(String query) {
        return page(query).get("items").findValuesAsText("username");
    }

    JsonNode page(String query) {
        return answer(query).expect(200).json();
    }

    Answer answer(String query) {
        return api.get("/people?" + query);
    }

    /** All pages of a search. */
    List<String> all(String query, int max) {
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
