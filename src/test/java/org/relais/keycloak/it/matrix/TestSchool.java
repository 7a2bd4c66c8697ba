package org.relais.keycloak.it.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.relais.keycloak.it.support.assertion.LedgerRows;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.TestRealm;

/** A school of a realm; what is put into its group of assistants is put there by an administrator. */
record TestSchool(TestRealm realm, String uai, String assistants) {

    static TestSchool of(TestRealm realm, String uai) {
        return new TestSchool(realm, uai, realm.groupId(uai + "_AES"));
    }

    /** A new school with all its groups. */
    static TestSchool build(TestRealm realm, String uai) {
        realm.admin()
                .post(
                        "/groups/" + realm.groupId("/etablissements") + "/children",
                        Map.of("name", uai, "attributes", Map.of("uai", List.of(uai), "type", List.of("CLG"))))
                .expect(201);
        new TestSchool(realm, uai, null).createMissingGroups();
        return of(realm, uai);
    }

    /** The id of a new grant in the group of assistants, for somebody who is awaited. */
    String grant() {
        Map<String, Object> change = Map.of("add", List.of(somebodyAwaited()), "reason", "essai");
        return grantIn(relais().post("/groups/" + assistants + "/changes", change));
    }

    /** The id of a new grant in the group of assistants, which waits for the name of somebody who has it already. */
    String grantClaimedBy(String userId) {
        String name = realm.admin()
                .get("/users/" + userId)
                .expect(200)
                .json()
                .get("username")
                .asText();
        return LedgerRows.of(realm).pending(assistants, name, Days.endOf(Days.in(1)));
    }

    /** The id of a new grant in a group, for a person. */
    String grant(String suffix, String userId) {
        Map<String, Object> change = Map.of("add", List.of(Map.of("userId", userId)), "reason", "essai");
        return grantIn(relais().post("/groups/" + realm.groupId(uai + "_" + suffix) + "/changes", change));
    }

    /** The id of a new delegation of the group of assistants. */
    String delegation(String userId, LocalDate lastDay) {
        return relais().post("/groups/" + assistants + "/managers", delegationTo(userId, lastDay))
                .expect(200)
                .json()
                .get("id")
                .asText();
    }

    /** The id of a new target of the realm, which nobody answers for. */
    String target() {
        Map<String, List<String>> config = Map.of(
                "url", List.of("https://moodle.invalid"), "token", List.of("token"), "clients", List.of("nothing"));
        return realm.admin()
                .post(
                        "/components",
                        Map.of(
                                "name",
                                "Moodle",
                                "providerId",
                                "relais-moodle",
                                "providerType",
                                "org.relais.keycloak.delivery.Target",
                                "config",
                                config))
                .expect(201)
                .createdId();
    }

    /** One group less, so that there is one to be created. */
    void lackGuests() {
        String guests = "/etablissements/%s/%s_invites".formatted(uai, uai);
        Answer found = realm.admin().get("/group-by-path" + guests);
        if (found.status() == 200) {
            realm.admin().delete("/groups/" + found.json().get("id").asText()).expect(204);
        }
    }

    /** A file that says of the school what is so already. */
    String asFile() {
        return "uai;name\n%s;%s".formatted(uai, name());
    }

    /** The id of an import that changed nothing. */
    String anImport() {
        return relais().send("POST", "/schools/import?groups=false", "text/csv", asFile())
                .expect(200)
                .json()
                .at("/started/id")
                .asText();
    }

    private String name() {
        return relais().get("/schools?q=" + uai)
                .expect(200)
                .json()
                .at("/items/0/name")
                .asText();
    }

    void createMissingGroups() {
        relais().post("/schools/" + uai + "/groups", null).expect(200);
    }

    static Map<String, Object> somebodyAwaited() {
        return Map.of("identifier", "attendu." + UUID.randomUUID());
    }

    static Map<String, Object> delegationTo(String userId, LocalDate lastDay) {
        return Map.of("type", "USER", "principalId", userId, "endsOn", lastDay.toString());
    }

    private Api relais() {
        return realm.admin().below("/relais");
    }

    private static String grantIn(Answer answer) {
        JsonNode granted = answer.expect(200).json().get("granted");
        return granted.get(0).get("id").asText();
    }
}
