package org.relais.keycloak.it.support.assertion;

import static org.relais.keycloak.it.support.people.DemoNames.DEMO_APP;
import static org.relais.keycloak.it.support.people.DemoNames.HEAD;
import static org.relais.keycloak.it.support.people.DemoNames.PRONOTE;
import static org.relais.keycloak.it.support.people.DemoNames.TEACHER;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.protocol.Tokens;
import org.relais.keycloak.it.support.server.TestClients;
import org.relais.keycloak.it.support.server.TestRealm;

/** How many SQL statements the acts of every day take in a realm, once its caches are warm. */
public final class StatementCounts {

    private static final int WARM_UP = 2;

    private final TestRealm realm;
    private final Map<String, Long> byAct = new TreeMap<>();

    private StatementCounts(TestRealm realm) {
        this.realm = realm;
    }

    /**
     * @param few    name of a group with few members
     * @param many   name of one with many
     * @param free   name of a group for the changes
     * @param people ids of people who are in none
     */
    public static StatementCounts of(TestRealm realm, String few, String many, String free, List<String> people) {
        StatementCounts statementCounts = new StatementCounts(realm);
        statementCounts.measureLists(few, many);
        statementCounts.measureChanges(free, people.iterator());
        statementCounts.measureTokens();
        return statementCounts;
    }

    public long of(String act) {
        return byAct.get(act);
    }

    private void measureLists(String few, String many) {
        Api head = realm.relais(HEAD);
        String fewId = "/groups/" + realm.groupId(few);
        String manyId = "/groups/" + realm.groupId(many);
        measure("groups", () -> () -> head.get("/groups").expect(200));
        measure("one group", () -> () -> head.get(fewId).expect(200));
        measure("few members", () -> () -> head.get(fewId + "/members?max=100").expect(200));
        measure(
                "many members",
                () -> () -> head.get(manyId + "/members?max=100").expect(200));
    }

    private void measureChanges(String group, Iterator<String> people) {
        Api head = realm.relais(HEAD);
        String changes = "/groups/" + realm.groupId(group) + "/changes";
        measure("a change of one", () -> {
            Map<String, Object> change = Map.of("add", List.of(Map.of("userId", people.next())), "reason", "test");
            return () -> head.post(changes, change).expect(200);
        });
    }

    private void measureTokens() {
        measure("a token with the claim", () -> () -> realm.signIn(TEACHER, PRONOTE));
        measure("a token without it", () -> () -> realm.signIn(TEACHER, TestClients.NO_AUDIENCE));
        Tokens with = realm.signIn(TEACHER, PRONOTE);
        measure("a refresh with the claim", () -> () -> realm.refresh(with, PRONOTE));
        Tokens without = realm.signIn(TEACHER, TestClients.NO_AUDIENCE);
        measure("a refresh without it", () -> () -> realm.refresh(without, TestClients.NO_AUDIENCE));
        measure("a sign-in", () -> () -> realm.accountConsole().signIn(TEACHER));
        measure(
                "a sign-in through the gate",
                () -> () -> realm.codeFlow(PRONOTE, DEMO_APP).signIn(TEACHER));
    }

    private void measure(String act, Supplier<Runnable> work) {
        for (int i = 0; i < WARM_UP; i++) {
            work.get().run();
        }
        byAct.put(act, realm.server().statements().fewestDuring(work));
    }
}
