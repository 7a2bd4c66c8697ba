package org.relais.keycloak.it.fuzz;

import static org.relais.keycloak.it.support.people.Change.aChange;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.relais.keycloak.it.fuzz.Pool.Kind;
import org.relais.keycloak.it.support.people.Change;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.TestRealm;
import org.relais.keycloak.it.support.server.TestTargets;

/** A realm with something of everything that has an id; whatever is made goes into the pool. */
final class FuzzRealm {

    /** A school that nobody manages but administrators. */
    static final String FOREIGN_SCHOOL = "0569001E";

    /** Nobody answers there. */
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    private final TestRealm realm;
    private final Pool pool;
    private final Api relais;

    FuzzRealm(TestRealm realm, Pool pool) {
        this.realm = realm;
        this.pool = pool;
        this.relais = realm.admin().below("/relais");
    }

    /** @param surname of the staff; no other realm has it */
    void fill(String surname) {
        realm.set("accessTokenLifespan", 3_600);
        // Whoever is refused for asking too often is refused before anything else is looked at.
        AcademySettings.of(realm).set("searchesPerMinute", "99999");
        AcademySettings.of(realm).set("changesPerMinute", "1000000");
        AcademySettings.of(realm).set("changesPerDay", "1000000");
        AcademySettings.of(realm).set("mails", "none");
        pool.add(Kind.REALM, realm.name());
        buildForeignSchool();
        addGroups();
        List<TestPerson> staff = addStaff(surname);
        for (String group : List.of(GROUP, "0359001U_eleves-invites", "0299001B_AES", FOREIGN_SCHOOL + "_AES")) {
            addGrants(group, staff);
            addDelegations(group, staff);
        }
        addConfiguration();
        addCursors();
    }

    /** Somebody whom managers may neither find nor be told of. */
    TestPerson hide(String firstName, String lastName, String kind, int number) {
        TestPerson person = aPerson()
                .identifiedBy("compte-" + realm.name() + "-" + number)
                .called(firstName, lastName)
                .with("ENTPersonProfils", kind)
                .in(realm);
        know(person);
        pool.add(Kind.QUERY, firstName.substring(0, 5), lastName.substring(0, 5), person.username());
        return person;
    }

    void know(TestPerson person) {
        pool.add(Kind.PERSON, person.id());
        pool.add(Kind.IDENTIFIER, person.username(), person.email());
    }

    private void buildForeignSchool() {
        Map<String, Object> school = Map.of(
                "name", FOREIGN_SCHOOL, "attributes", Map.of("uai", List.of(FOREIGN_SCHOOL), "type", List.of("CLG")));
        realm.admin()
                .post("/groups/" + realm.groupId("/etablissements") + "/children", school)
                .expect(201);
        relais.post("/schools/" + FOREIGN_SCHOOL + "/groups", null).expect(200);
    }

    private void addGroups() {
        pool.add(Kind.GROUP, realm.groupId("/etablissements"));
        for (JsonNode school : items("/schools?max=100")) {
            String uai = school.get("uai").asText();
            pool.add(Kind.UAI, uai);
            pool.add(Kind.CLIENT, "pronote-" + uai);
            pool.add(Kind.GROUP, school.get("id").asText());
            items("/groups?school=" + uai).forEach(group -> pool.add(Kind.GROUP, id(group)));
        }
    }

    private List<TestPerson> addStaff(String surname) {
        List<TestPerson> staff = IntStream.range(0, 8)
                .mapToObj(i -> aPerson().called("Prénom", surname).in(realm))
                .toList();
        staff.forEach(this::know);
        pool.add(Kind.QUERY, surname, "Pré", "ma", "martin", "le");
        pool.add(Kind.IDENTIFIER, "attendu.1", "attendu.2", "attendu.3@academie.example");
        return staff;
    }

    private void addGrants(String group, List<TestPerson> staff) {
        String[] awaited = IntStream.range(0, 40)
                .mapToObj(i -> "attendu." + group + "." + i)
                .toArray(String[]::new);
        Change change = aChange()
                .adding(staff.toArray(TestPerson[]::new))
                .addingIdentifiers(awaited)
                .until(Days.soon());
        relais.post("/groups/" + realm.groupId(group) + "/changes", change.body())
                .expect(200)
                .json()
                .get("granted")
                .forEach(grant -> pool.add(Kind.GRANT, id(grant)));
    }

    private void addDelegations(String group, List<TestPerson> staff) {
        for (TestPerson person : staff.subList(0, 3)) {
            delegate(group, person.id());
        }
    }

    void delegate(String group, String userId) {
        Map<String, String> body = Map.of(
                "type", "USER", "principalId", userId, "endsOn", Days.in(10).toString());
        JsonNode delegation = relais.post("/groups/" + realm.groupId(group) + "/managers", body)
                .expect(200)
                .json();
        pool.add(Kind.DELEGATION, id(delegation));
    }

    private void addConfiguration() {
        var target = TestTargets.set(TestTargets.aMoodle(NOWHERE), "clients", "nothing");
        pool.add(Kind.TARGET, TestTargets.of(realm).add(TestTargets.set(target, "token", FuzzWorld.SECRET)));
        pool.add(Kind.CLIENT, "moodle", "pmb", "gar");
        for (JsonNode component : realm.admin().get("/components").expect(200).json()) {
            if (component.path("providerId").asText().startsWith("relais-")) {
                pool.add(Kind.COMPONENT, id(component));
                pool.add(Kind.SUFFIX, component.get("name").asText());
            }
        }
        String name = items("/schools?q=" + FOREIGN_SCHOOL).get(0).get("name").asText();
        String unchanged = "uai;name\n%s;%s".formatted(FOREIGN_SCHOOL, name);
        JsonNode done = relais.send("POST", "/schools/import?groups=false", "text/csv", unchanged)
                .expect(200)
                .json();
        pool.add(Kind.IMPORT, id(done.get("started")));
    }

    private void addCursors() {
        String group = "/groups/" + realm.groupId(GROUP);
        for (String list : List.of(
                "/schools?max=1",
                "/grants?max=1",
                "/journal?max=1",
                "/people?q=pre&max=1",
                group + "/members?max=1",
                group + "/journal?max=1")) {
            JsonNode next = relais.get(list).expect(200).json().path("next");
            if (next.isTextual()) {
                pool.add(Kind.CURSOR, next.asText());
            }
        }
    }

    private List<JsonNode> items(String path) {
        List<JsonNode> items = new ArrayList<>();
        relais.get(path).expect(200).json().get("items").forEach(items::add);
        return items;
    }

    private static String id(JsonNode of) {
        return of.get("id").asText();
    }
}
