package org.relais.keycloak.it.grant;

import static org.relais.keycloak.it.support.people.DemoNames.HEAD;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.relais.keycloak.it.support.protocol.Answer;
import org.relais.keycloak.it.support.protocol.Api;
import org.relais.keycloak.it.support.server.AcademySettings;
import org.relais.keycloak.it.support.server.TestRealm;

/**
 * Heads in a hurry: clients that send change sets for the same people at the same time, each with a key. Where AES is
 * given or taken, {@value #TOGETHER} goes with it; every fifth change takes back what the client gave before.
 */
final class ChangeStorm {

    static final String TOGETHER = "eleves-invites";
    private static final List<String> SCHOOLS = List.of("0359001U", "0359002V");
    private static final List<String> SUFFIXES = List.of("AES", "ASH", "AED");

    private final TestRealm realm;
    private final List<String> people;
    private final Map<String, String> groupIds = new HashMap<>();
    private final AtomicInteger acknowledged = new AtomicInteger();

    ChangeStorm(TestRealm realm, List<String> people) {
        this.realm = realm;
        this.people = people;
        AcademySettings.of(realm).set("changesPerMinute", "1000000");
        AcademySettings.of(realm).set("changesPerDay", "1000000");
        SCHOOLS.forEach(school ->
                SUFFIXES.forEach(suffix -> groupIds.put(school + "_" + suffix, realm.groupId(school + "_" + suffix))));
    }

    /**
     * A change set and what came of it.
     *
     * @param answer null if the server did not live to answer
     */
    record Sent(String key, String group, Map<String, Object> change, Answer answer) {

        boolean isAcknowledged() {
            return answer != null && answer.status() == 200;
        }

        List<String> granted() {
            return ids("granted");
        }

        List<String> ended() {
            return ids("ended");
        }

        private List<String> ids(String list) {
            List<String> ids = new ArrayList<>();
            answer.json().path(list).forEach(grant -> ids.add(grant.get("id").asText()));
            return ids;
        }

        /** The grants in the group itself, without those that went along. */
        List<String> grantedInGroup() {
            List<String> ids = new ArrayList<>();
            for (JsonNode grant : answer.json().path("granted")) {
                if (grant.get("groupName").asText().equals(group)) {
                    ids.add(grant.get("id").asText());
                }
            }
            return ids;
        }
    }

    int acknowledged() {
        return acknowledged.get();
    }

    /** Begins; each client goes on to its last change, whatever happens to the server. */
    CompletableFuture<List<Sent>> begin(int clients, int changes) {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        Api head = realm.relais(HEAD);
        List<CompletableFuture<List<Sent>>> all = IntStream.range(0, clients)
                .mapToObj(client -> CompletableFuture.supplyAsync(
                        () -> sendAll(client, share(client, clients, changes), head), threads))
                .toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).thenApply(done -> {
            threads.shutdown();
            return all.stream().flatMap(client -> client.join().stream()).collect(Collectors.toList());
        });
    }

    /** The same change set with the same key once more. */
    Sent repeat(Sent sent, Api head) {
        return send(sent.key(), sent.group(), sent.change(), head);
    }

    private static int share(int client, int clients, int changes) {
        return changes / clients + (client < changes % clients ? 1 : 0);
    }

    private List<Sent> sendAll(int client, int changes, Api head) {
        Random random = new Random(client);
        List<Sent> sent = new ArrayList<>();
        List<Sent> given = new ArrayList<>();
        for (int i = 0; i < changes; i++) {
            String key = "client-%d-change-%d".formatted(client, i);
            Sent next;
            if (i % 5 == 4 && !given.isEmpty()) {
                Sent back = given.remove(random.nextInt(given.size()));
                next = send(key, back.group(), takeBack(back), head);
            } else {
                List<String> groups = groupIds.keySet().stream().sorted().toList();
                String group = groups.get(random.nextInt(groups.size()));
                next = send(key, group, give(group, random), head);
                if (next.isAcknowledged()) {
                    given.add(next);
                }
            }
            sent.add(next);
        }
        return sent;
    }

    private Map<String, Object> give(String group, Random random) {
        List<Map<String, String>> add = random.ints(0, people.size())
                .distinct()
                .limit(1 + random.nextInt(3))
                .mapToObj(i -> Map.of("userId", people.get(i)))
                .toList();
        return Map.of("add", add, "reason", "test", "together", together(group));
    }

    private static Map<String, Object> takeBack(Sent given) {
        return Map.of("remove", given.grantedInGroup(), "together", together(given.group()));
    }

    private static List<String> together(String group) {
        return group.endsWith("_AES") ? List.of(TOGETHER) : List.of();
    }

    private Sent send(String key, String group, Map<String, Object> change, Api head) {
        try {
            Answer answer =
                    head.with("Idempotency-Key", key).post("/groups/" + groupIds.get(group) + "/changes", change);
            Sent sent = new Sent(key, group, change, answer);
            if (sent.isAcknowledged()) {
                acknowledged.incrementAndGet();
            }
            return sent;
        } catch (UncheckedIOException dead) {
            return new Sent(key, group, change, null);
        }
    }
}
