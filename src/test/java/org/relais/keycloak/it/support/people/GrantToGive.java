package org.relais.keycloak.it.support.people;

import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.TestRealm;

/** A change set of one: by the head, for the assistant in {@link DemoNames#GROUP}, until soon, unless told otherwise. */
public final class GrantToGive {

    private final TestRealm realm;
    private String head = HEAD;
    private Map<String, String> candidate;
    private String group = GROUP;
    private String lastDay = Days.soon().toString();
    private List<String> together = List.of();

    private GrantToGive(TestRealm realm) {
        this.realm = realm;
    }

    public static GrantToGive aGrant(TestRealm realm) {
        return new GrantToGive(realm);
    }

    public GrantToGive by(String username) {
        head = username;
        return this;
    }

    public GrantToGive to(String username) {
        candidate = Map.of("userId", realm.userId(username));
        return this;
    }

    public GrantToGive awaiting(String identifier) {
        candidate = Map.of("identifier", identifier);
        return this;
    }

    public GrantToGive in(String name) {
        group = name;
        return this;
    }

    public GrantToGive until(LocalDate day) {
        lastDay = day.toString();
        return this;
    }

    public GrantToGive together(String... suffixes) {
        together = List.of(suffixes);
        return this;
    }

    public Answer tryToGive() {
        if (candidate == null) {
            to(ASSISTANT);
        }
        return realm.relais(head)
                .post(
                        "/groups/" + realm.groupId(group) + "/changes",
                        Map.of("add", List.of(candidate), "endsOn", lastDay, "reason", "test", "together", together));
    }

    /** The id of the grant in the group itself. */
    public String give() {
        for (JsonNode grant : tryToGive().expect(200).json().get("granted")) {
            if (grant.get("groupName").asText().equals(group)) {
                return grant.get("id").asText();
            }
        }
        throw new AssertionError("No grant in " + group);
    }
}
