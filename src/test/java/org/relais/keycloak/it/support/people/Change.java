package org.relais.keycloak.it.support.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The body of a change set; it has a reason unless told otherwise. */
public final class Change {

    public static final String REASON = "Arrivée avant l'affectation";

    private final Map<String, Object> body = new LinkedHashMap<>(Map.of("reason", REASON));
    private final List<Map<String, String>> add = new ArrayList<>();
    private final List<String> remove = new ArrayList<>();

    public static Change aChange() {
        return new Change();
    }

    public Change adding(TestPerson... people) {
        for (TestPerson person : people) {
            add.add(Map.of("userId", person.id()));
        }
        return this;
    }

    public Change addingIds(String... userIds) {
        for (String userId : userIds) {
            add.add(Map.of("userId", userId));
        }
        return this;
    }

    public Change addingIdentifiers(String... identifiers) {
        for (String identifier : identifiers) {
            add.add(Map.of("identifier", identifier));
        }
        return this;
    }

    public Change copying(String groupId) {
        body.put("addGroup", groupId);
        return this;
    }

    public Change ending(String... grantIds) {
        remove.addAll(List.of(grantIds));
        return this;
    }

    public Change until(LocalDate lastDay) {
        body.put("endsOn", lastDay.toString());
        return this;
    }

    public Change because(String reason) {
        body.put("reason", reason);
        return this;
    }

    public Change together(String... suffixes) {
        body.put("together", List.of(suffixes));
        return this;
    }

    public Map<String, Object> body() {
        Map<String, Object> whole = new LinkedHashMap<>(body);
        whole.put("add", add);
        whole.put("remove", remove);
        return whole;
    }
}
