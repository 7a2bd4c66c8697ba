package org.relais.keycloak.bench;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.relais.keycloak.bench.measure.Cycle;
import org.relais.keycloak.bench.measure.Goal;
import org.relais.keycloak.bench.measure.Http;
import org.relais.keycloak.bench.measure.Scenario;
import org.relais.keycloak.bench.seed.Person;
import org.relais.keycloak.bench.seed.School;

/** What managers do on their groups, beside the nearest thing an administrator does in Keycloak alone. */
final class Acts {

    private static final String SUFFIX = "AES";
    private static final List<Goal> GROUPS = List.of(Goal.p95AtMost(15));

    private final ServerVariant relais;
    private final ServerVariant stock;
    private final TestUsers testUsers;
    private final Map<Person, String> tokens;

    Acts(ServerVariant relais, ServerVariant stock, TestUsers testUsers) {
        this.relais = relais;
        this.stock = stock;
        this.testUsers = testUsers;
        this.tokens = testUsers.heads().stream()
                .collect(Collectors.toMap(head -> head, head -> relais.token(head.username())));
    }

    /** The first page of a head: with counts, applications and managers; Keycloak's answer has names and ids only. */
    Scenario groups() {
        return new Scenario(
                "groups of a head",
                GROUPS,
                ownGroups(),
                stockGroups(head -> "/groups?populateHierarchy=false&subGroupsCount=false" + "&max=50&search="
                        + TestUsers.schoolOf(head).uai() + "_"));
    }

    /** The same, where the head's program knows the id of the school's group. */
    Scenario groupsOfParent() {
        return new Scenario(
                "groups of a head, beside the children",
                GROUPS,
                ownGroups(),
                stockGroups(
                        head -> "/groups/" + TestUsers.schoolOf(head).id() + "/children?subGroupsCount=false&max=50"));
    }

    Scenario changeSet() {
        String administrator = stock.administrator();
        Pairs ours = new Pairs();
        Pairs theirs = new Pairs();
        return new Scenario(
                "change set of one",
                List.of(Goal.p95AtMost(30)),
                () -> {
                    Pair pair = ours.next();
                    return Http.json(
                            "POST",
                            relais.realm("/relais/groups/" + pair.school().groupId(SUFFIX) + "/changes"),
                            tokens.get(pair.head()),
                            "{\"add\":[{\"userId\":\"%s\"}],\"reason\":\"En attente\"}"
                                    .formatted(pair.person().id()));
                },
                () -> {
                    Pair pair = theirs.next();
                    URI address = stock.admin("/users/" + pair.person().id() + "/groups/"
                            + pair.school().groupId(SUFFIX));
                    return Http.json("PUT", address, administrator, "{}");
                });
    }

    private Supplier<HttpRequest> ownGroups() {
        Cycle<HttpRequest> requests = new Cycle<>(testUsers.heads().stream()
                .map(head -> Http.get(relais.realm("/relais/groups"), tokens.get(head)))
                .toList());
        return requests::next;
    }

    private Supplier<HttpRequest> stockGroups(Function<Person, String> path) {
        List<HttpRequest> all = testUsers.permitted().stream()
                .map(head -> Http.get(stock.admin(path.apply(head)), stock.token(head.username())))
                .toList();
        Cycle<HttpRequest> requests = new Cycle<>(all);
        return requests::next;
    }

    private record Pair(Person head, Person person) {

        School school() {
            return TestUsers.schoolOf(head);
        }
    }

    /** Each teacher into each head's group, nobody twice. */
    private final class Pairs {

        private final AtomicInteger number = new AtomicInteger();

        Pair next() {
            int i = number.getAndIncrement();
            int heads = testUsers.heads().size();
            int people = testUsers.teachers().size();
            if (i >= heads * people) {
                throw new IllegalStateException("Everybody is in every group by now");
            }
            return new Pair(
                    testUsers.heads().get(i % heads), testUsers.teachers().get((i / heads + i % heads) % people));
        }
    }
}
