package org.relais.keycloak.delivery.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Moodle's web services as a Moodle 4.5.6 was seen to answer, good and bad. */
public final class MoodleStub implements AutoCloseable {

    public static final String TOKEN = "moodle-token";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final StubUsers users = new StubUsers();
    private final StubCohorts cohorts = new StubCohorts(users);
    private final StubFaults faults = new StubFaults();

    public MoodleStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/webservice/rest/server.php", this::answer);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public StubFaults faults() {
        return faults;
    }

    StubUsers users() {
        return users;
    }

    StubCohorts cohorts() {
        return cohorts;
    }

    /** How often a function was called. */
    public int calls(String function) {
        return calls.computeIfAbsent(function, any -> new AtomicInteger()).get();
    }

    public int calls() {
        return calls.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /** Whether an account of ours is in a cohort. */
    public synchronized boolean isMember(String userId, String cohort) {
        return users.marked(userId)
                .map(user -> cohorts.has(cohort, user.get("id").asLong()))
                .orElse(false);
    }

    /** The users whose accounts of ours are in a cohort. */
    public synchronized Set<String> members(String cohort) {
        return cohorts.membersOf(cohort).stream()
                .map(id -> users.all().get(id).get("idnumber").asText())
                .map(idNumber -> idNumber.substring(idNumber.indexOf(':') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Users with more than one account. */
    public synchronized Set<String> doubles() {
        Set<String> seen = new TreeSet<>();
        return users.all().values().stream()
                .map(user -> user.get("idnumber").asText())
                .filter(idNumber -> !idNumber.isEmpty() && !seen.add(idNumber))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** An account that is not ours; returns its id. */
    public synchronized long someAccount(String username, String email) {
        return users.put(username, email, "").get("id").asLong();
    }

    /** Somebody puts an account that is not ours into a cohort. */
    public synchronized void someMember(String username, String cohort) {
        cohorts.membersOf(cohort).add(someAccount(username, username + "@moodle.example"));
    }

    /** Somebody takes an account of ours out of a cohort. */
    public synchronized void dropMember(String userId, String cohort) {
        cohorts.membersOf(cohort)
                .remove(users.marked(userId).orElseThrow().get("id").asLong());
    }

    /** How many accounts in a cohort are not ours. */
    public synchronized long unknownMembers(String cohort) {
        return cohorts.membersOf(cohort).stream()
                .filter(id -> users.all().get(id).get("idnumber").asText().isEmpty())
                .count();
    }

    public synchronized boolean hasAccount(String userId) {
        return users.marked(userId).isPresent();
    }

    public synchronized boolean isSuspended(String userId) {
        return users.marked(userId)
                .map(user -> user.get("suspended").asBoolean())
                .orElse(false);
    }

    /** Empty where there is no such account. */
    public synchronized String firstName(String userId) {
        return users.marked(userId).map(user -> user.get("firstname").asText()).orElse("");
    }

    @Override
    public void close() {
        faults.none();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (faults.answerInstead(exchange)) {
                return;
            }
            if (faults.breakOnCreating(body)) {
                send(exchange, 500, "");
                return;
            }
            ObjectNode request = PhpForm.read(body);
            calls.computeIfAbsent(request.path("wsfunction").asText(), any -> new AtomicInteger())
                    .incrementAndGet();
            String answer = request.path("moodlewsrestformat").asText().equals("json")
                    ? JSON.writeValueAsString(result(request))
                    : "<?xml version=\"1.0\"?><RESPONSE/>";
            if (!faults.losesTheAnswer()) {
                send(exchange, 200, answer);
            }
        }
    }

    static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private synchronized JsonNode result(ObjectNode request) {
        try {
            if (!request.path("wstoken").asText().equals(TOKEN)) {
                throw new StubError("invalidtoken");
            }
            faults.errorCode(request.path("wsfunction").asText()).ifPresent(code -> {
                throw new StubError(code);
            });
            return function(request);
        } catch (StubError refused) {
            return JSON.createObjectNode()
                    .put("exception", "moodle_exception")
                    .put("errorcode", refused.getMessage())
                    .put("message", "Invalid parameter value detected");
        }
    }

    private JsonNode function(ObjectNode request) {
        return switch (request.path("wsfunction").asText()) {
            case "core_webservice_get_site_info" -> siteInfo();
            case "core_user_create_users" -> users.create(request.path("users"));
            case "core_user_get_users_by_field" -> users.byField(request);
            case "core_user_update_users" -> users.update(request.path("users"));
            case "core_cohort_create_cohorts" -> cohorts.create(request.path("cohorts"));
            case "core_cohort_search_cohorts" -> cohorts.search(request);
            case "core_cohort_add_cohort_members" -> cohorts.add(request.path("members"));
            case "core_cohort_delete_cohort_members" -> cohorts.remove(request.path("members"));
            case "core_cohort_get_cohort_members" -> cohorts.members(request.path("cohortids"));
            default -> throw new StubError("accessexception");
        };
    }

    private JsonNode siteInfo() {
        ObjectNode site = JSON.createObjectNode();
        site.put("sitename", "Moodle de test")
                .put("release", "4.5.6 (Build: 20250811)")
                .put("userid", 3);
        ArrayNode functions = site.putArray("functions");
        MoodleCheck.FUNCTIONS.stream()
                .filter(name -> !faults.lacks(name))
                .forEach(name -> functions.addObject().put("name", name));
        return site;
    }
}
