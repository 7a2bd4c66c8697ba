package org.relais.keycloak.it.matrix;

import static org.relais.keycloak.it.support.people.DemoNames.ADMINISTRATOR;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT_ELSEWHERE;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD_ELSEWHERE;
import static org.relais.keycloak.it.support.people.DemoNames.OTHER_ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.TEACHER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.Days;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.TestRealm;

/** Two realms, with every {@link Caller} and a school for every {@link Scope} in place. */
final class MatrixFixture implements AutoCloseable {

    private static final String UAI = "0359001U";
    private static final String TESTS = "tests";

    private final TestRealm realm;
    private final TestRealm elsewhere;
    private final Map<Caller, String> tokens = new EnumMap<>(Caller.class);
    private final Map<Scope, TestSchool> schools = new EnumMap<>(Scope.class);
    private final RealmSnapshot snapshot;

    MatrixFixture(TestRealm realm) throws SQLException {
        this.realm = realm;
        this.elsewhere = realm.server().freshRealm();
        letTokensLastAndNamesWait(realm);
        letTokensLastAndNamesWait(elsewhere);
        Stream.of(realm, elsewhere).forEach(MatrixFixture::raiseTheLimits);
        schools.put(Scope.OWN, TestSchool.of(realm, UAI));
        schools.put(Scope.OTHER_SCHOOL, TestSchool.build(realm, "0569001E"));
        schools.put(Scope.OTHER_REALM, TestSchool.build(elsewhere, "0229001P"));
        delegateUntilYesterday();
        assignRoles();
        signIn();
        this.snapshot = new RealmSnapshot(realm.server(), realm, elsewhere);
    }

    /** Thousands of requests of a few people are no attack here. */
    private static void raiseTheLimits(TestRealm realm) {
        AcademySettings settings = AcademySettings.of(realm);
        settings.set("searchesPerMinute", "9999");
        Stream.of("changesPerMinute", "changesPerDay", "pendingPerGroup", "pendingPerGiver", "grantsPerGroup")
                .forEach(limit -> settings.set(limit, "1000000"));
        Stream.of("delegationsPerGroup", "delegationsPerGiver").forEach(limit -> settings.set(limit, "1000000"));
    }

    TestRealm realm() {
        return realm;
    }

    TestSchool school(Scope scope) {
        return schools.get(scope);
    }

    TestSchool own() {
        return school(Scope.OWN);
    }

    TestPeople people(Scope scope) {
        return new TestPeople(school(scope).realm());
    }

    /** Null for nobody. */
    String token(Caller caller) {
        return caller == Caller.MASTER_ADMIN ? server().adminToken() : tokens.get(caller);
    }

    /** What a refused call must not change. */
    List<String> snapshot() {
        return snapshot.read();
    }

    @Override
    public void close() throws SQLException {
        snapshot.close();
        elsewhere.close();
    }

    private ServerUnderTest server() {
        return realm.server();
    }

    /** The server's clock is two days behind while the delegation is given. */
    private void delegateUntilYesterday() {
        String person = people(Scope.OWN).add("former.delegate");
        server().clock().ahead(Duration.ofDays(-2));
        own().delegation(person, Days.in(-1));
        server().clock().reset();
    }

    private void assignRoles() {
        TestPeople people = people(Scope.OWN);
        own().grant("AES", realm.userId(ASSISTANT));
        own().delegation(realm.userId(ASSISTANT_ELSEWHERE), Days.in(10));
        people.give(people.add("viewer"), "view-users");
        people.give(people.add("user.manager"), "manage-users");
        letEducationAssistantsManage(realm);
        own().grant("AED", realm.userId(OTHER_ASSISTANT));
    }

    private void signIn() {
        tokens.put(Caller.MALFORMED, "eyJhbGciOiJub25lIn0.not-json.");
        tokens.put(Caller.TEACHER, realm.token(TEACHER, TESTS));
        tokens.put(Caller.ASSISTANT, realm.token(ASSISTANT, TESTS));
        tokens.put(Caller.HEAD, realm.token(HEAD, TESTS));
        tokens.put(Caller.HEAD_ELSEWHERE, realm.token(HEAD_ELSEWHERE, TESTS));
        tokens.put(Caller.DELEGATE, realm.token(ASSISTANT_ELSEWHERE, TESTS));
        tokens.put(Caller.FORMER_DELEGATE, realm.token("former.delegate", TESTS));
        tokens.put(Caller.VIEWER, realm.token("viewer", TESTS));
        tokens.put(Caller.USER_MANAGER, realm.token("user.manager", TESTS));
        tokens.put(Caller.REALM_ADMIN, realm.token(ADMINISTRATOR, TESTS));
        tokens.put(Caller.ADMIN_OF_ANOTHER_REALM, elsewhere.token(ADMINISTRATOR, TESTS));
        tokens.put(Caller.SERVICE_ACCOUNT, people(Scope.OWN).serviceAccountToken());
        tokens.put(Caller.WITHOUT_AUDIENCE, realm.token(HEAD, "no-audience"));
        tokens.put(Caller.ACCOUNT_CONSOLE, realm.accountConsole().signIn(HEAD).access());
        tokens.put(Caller.FEED_READER, people(Scope.OWN).feedReaderToken("pronote-" + UAI));
        tokens.put(Caller.MANAGER_BY_GRANT, realm.token(OTHER_ASSISTANT, TESTS));
    }

    /** For the whole class instead of five minutes; and no access that waits for a name is given by itself meanwhile. */
    private static void letTokensLastAndNamesWait(TestRealm realm) {
        realm.admin()
                .put("", Map.of("accessTokenLifespan", 1800, "editUsernameAllowed", true))
                .expect(204);
    }

    /** A profile which takes grants now manages the group of assistants, as DIR does. */
    static void letEducationAssistantsManage(TestRealm realm) {
        JsonNode components =
                realm.admin().get("/components?name=AES").expect(200).json();
        ObjectNode profile = (ObjectNode) components.get(0);
        ((ObjectNode) profile.get("config")).withArray("managedBy").add("AED");
        realm.admin().put("/components/" + profile.get("id").asText(), profile).expect(204);
    }
}
