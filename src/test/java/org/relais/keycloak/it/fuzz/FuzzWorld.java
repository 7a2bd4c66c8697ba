package org.relais.keycloak.it.fuzz;

import static org.relais.keycloak.it.support.people.DemoNames.ADMINISTRATOR;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT;
import static org.relais.keycloak.it.support.people.DemoNames.ASSISTANT_ELSEWHERE;
import static org.relais.keycloak.it.support.people.DemoNames.GROUP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD_ELSEWHERE;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;
import static org.relais.keycloak.it.support.people.DemoNames.TEACHER;
import static org.relais.keycloak.it.support.people.GrantToGive.aGrant;
import static org.relais.keycloak.it.support.people.TestPerson.aPerson;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.relais.keycloak.it.fuzz.Pool.Kind;
import org.relais.keycloak.it.support.people.PeopleSearch;
import org.relais.keycloak.it.support.people.TestPerson;
import org.relais.keycloak.it.support.people.TestServiceAccount;
import org.relais.keycloak.it.support.server.Roles;
import org.relais.keycloak.it.support.server.ServerUnderTest;
import org.relais.keycloak.it.support.server.TestClients;
import org.relais.keycloak.it.support.server.TestRealm;

/**
 * Three realms. In the first, people with few rights call; in the second, administrators, who may change all of it; nobody of
 * the third calls.
 */
final class FuzzWorld implements AutoCloseable {

    static final String SECRET = "mot-de-passe-de-moodle-5a1e";

    /** Of the pupils and parents of the first realm. */
    private static final List<String> HIDDEN_NAMES =
            List.of("Xyrolandre", "Qwivelec", "Zoumbriac", "Kerfantoz", "Plouzwenn", "Vraxibel");

    private static final String SECOND_SURNAME = "Dulvaquemarre";
    private static final String THIRD_SURNAME = "Brulvacquiou";

    private final TestRealm first;
    private final TestRealm second;
    private final TestRealm third;
    private final Pool pool = new Pool();
    private final Map<FuzzRole, String> tokens = new EnumMap<>(FuzzRole.class);

    FuzzWorld(ServerUnderTest server) {
        first = server.freshRealm();
        second = server.freshRealm();
        third = server.freshRealm();
        pool.add(Kind.REALM, "master", "keine-solche");
        FuzzRealm ofManagers = new FuzzRealm(first, pool);
        ofManagers.fill("Tanguymarec");
        new FuzzRealm(second, pool).fill(SECOND_SURNAME);
        new FuzzRealm(third, pool).fill(THIRD_SURNAME);
        hidePeople(ofManagers);
        assignRoles(ofManagers);
        PeopleSearch.upToDate(first);
        preferWhatIsNearby();
    }

    Pool pool() {
        return pool;
    }

    String token(FuzzRole role) {
        return tokens.get(role);
    }

    Map<FuzzRole, String> tokens() {
        return tokens;
    }

    TestRealm first() {
        return first;
    }

    TestRealm third() {
        return third;
    }

    Map<Boolean, String> ownRealms() {
        return Map.of(false, first.name(), true, second.name());
    }

    /** Names that an answer to somebody must not contain. */
    List<String> secretNames(FuzzRole role) {
        if (role.isOfSecondRealm()) {
            return concat(HIDDEN_NAMES, "Tanguymarec", THIRD_SURNAME);
        }
        return concat(role.isManager() ? HIDDEN_NAMES : List.of(), SECOND_SURNAME, THIRD_SURNAME);
    }

    /** What the server's log must not contain. */
    List<String> secrets() {
        List<String> tokenEnds = tokens.values().stream()
                .map(token -> token.substring(token.lastIndexOf('.') + 1))
                .toList();
        return concat(concat(HIDDEN_NAMES, tokenEnds.toArray(String[]::new)), SECRET);
    }

    /** The ids of those of the first realm who call, and the names of the groups they may change. */
    Map<String, List<String>> groupsByActor() {
        return Map.of(
                first.userId(TEACHER), List.of(),
                first.userId(ASSISTANT), List.of(),
                first.userId("viewer"), List.of(),
                first.userId(HEAD), List.of("0359001U_", "0359002V_"),
                first.userId(HEAD_ELSEWHERE), List.of("0299001B_"),
                first.userId(ASSISTANT_ELSEWHERE), List.of(GROUP));
    }

    private void hidePeople(FuzzRealm realm) {
        for (int i = 0; i < HIDDEN_NAMES.size(); i++) {
            String kind = i % 2 == 0 ? "National_ELV" : "National_TUT";
            realm.hide(HIDDEN_NAMES.get(i), HIDDEN_NAMES.get((i + 1) % HIDDEN_NAMES.size()), kind, i);
        }
    }

    private void assignRoles(FuzzRealm realm) {
        aGrant(first).to(ASSISTANT).give();
        realm.delegate(GROUP, first.userId(ASSISTANT_ELSEWHERE));
        administrator(first, "viewer", "view-users");
        administrator(second, "user.manager", "manage-users");
        for (String known : List.of(TEACHER, ASSISTANT, HEAD, HEAD_ELSEWHERE, ADMINISTRATOR)) {
            realm.know(TestPerson.known(first, known));
        }
        tokens.put(FuzzRole.TEACHER, first.token(TEACHER, TestClients.TESTS));
        tokens.put(FuzzRole.ASSISTANT, first.token(ASSISTANT, TestClients.TESTS));
        tokens.put(FuzzRole.HEAD, first.token(HEAD, TestClients.TESTS));
        tokens.put(FuzzRole.HEAD_ELSEWHERE, first.token(HEAD_ELSEWHERE, TestClients.TESTS));
        tokens.put(FuzzRole.DELEGATE, first.token(ASSISTANT_ELSEWHERE, TestClients.TESTS));
        TestServiceAccount program = TestServiceAccount.create(first, "import-job");
        program.give(PRONOTE, "relais-feed");
        pool.add(Kind.PERSON, program.userId());
        tokens.put(FuzzRole.FEED_READER, program.token());
        tokens.put(FuzzRole.VIEWER, first.token("viewer", TestClients.TESTS));
        tokens.put(FuzzRole.USER_MANAGER, second.token("user.manager", TestClients.TESTS));
        tokens.put(FuzzRole.ADMINISTRATOR, second.token(ADMINISTRATOR, TestClients.TESTS));
    }

    private static void administrator(TestRealm realm, String username, String role) {
        TestPerson person = aPerson().identifiedBy(username).whoSignsIn().in(realm);
        Roles.of(realm).giveAdministration("/users/" + person.id(), role);
    }

    /** So that requests of the head and of the delegate succeed often enough to get deep. */
    private void preferWhatIsNearby() {
        for (TestRealm realm : List.of(first, first, second)) {
            for (String suffix : List.of("AES", "AES", "eleves-invites", "AED")) {
                String group = realm.groupId("0359001U_" + suffix);
                pool.add(Kind.GROUP, group, group, group);
            }
        }
        pool.add(Kind.SUFFIX, "eleves-invites", "eleves-invites", "eleves-invites");
        pool.add(Kind.CLIENT, PRONOTE, PRONOTE, PRONOTE);
    }

    private static List<String> concat(List<String> list, String... more) {
        return Stream.concat(list.stream(), Stream.of(more)).toList();
    }

    @Override
    public void close() {
        first.close();
        second.close();
        third.close();
        first.server().forgetRealms();
    }
}
