package org.relais.keycloak.delivery.moodle;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.relais.keycloak.delivery.Target;
import org.relais.keycloak.delivery.target.Deadline;
import org.relais.keycloak.delivery.target.DesiredState;
import org.relais.keycloak.delivery.target.Outcome;

/**
 * The Moodle the tests speak to: a real one if RELAIS_MOODLE_URL and RELAIS_MOODLE_TOKEN say where it is, else the stub. What
 * it holds is asked of it over its web services too.
 */
final class MoodleUnderTest implements AutoCloseable {

    private final MoodleStub stub;
    private final CloseableHttpClient http = HttpClients.createDefault();
    private final URI url;
    private final String token;
    private final MoodleApi api;

    private MoodleUnderTest(MoodleStub stub, URI url, String token) {
        this.stub = stub;
        this.url = url;
        this.token = token;
        this.api = new MoodleApi(http, url, token, Clock.systemUTC());
        this.api.until(Deadline.in(Duration.ofHours(1)));
    }

    static MoodleUnderTest start() {
        String url = System.getenv("RELAIS_MOODLE_URL");
        return url == null || url.isBlank()
                ? stub()
                : new MoodleUnderTest(null, URI.create(url), System.getenv("RELAIS_MOODLE_TOKEN"));
    }

    /** The stub in any case, for what a real one cannot be told to do. */
    static MoodleUnderTest stub() {
        MoodleStub stub = new MoodleStub();
        return new MoodleUnderTest(stub, stub.url(), MoodleStub.TOKEN);
    }

    MoodleStub asStub() {
        return stub;
    }

    Target target(UsernamePolicy policy) {
        return target(policy, token);
    }

    Target target(UsernamePolicy policy, String otherToken) {
        Clock clock = Clock.systemUTC();
        return MoodleFactory.target(http, url, otherToken, policy, "oauth2", new CohortCache(clock), clock);
    }

    Target target() {
        return target(UsernamePolicy.ID);
    }

    Map<String, Outcome> tell(DesiredState... people) {
        return target().synchronize(List.of(people), Deadline.in(Duration.ofMinutes(1)));
    }

    JsonNode call(String function, MoodleForm form) {
        return api.call(function, form);
    }

    Optional<JsonNode> user(String field, String value) {
        JsonNode found = call(
                "core_user_get_users_by_field",
                new MoodleForm().with("field", field).with("values[0]", value));
        if (found.size() > 1) {
            throw new AssertionError("%d accounts with %s %s".formatted(found.size(), field, value));
        }
        return Optional.ofNullable(found.get(0));
    }

    /** Creates an account that is not ours, and returns its id. */
    String someAccount(String username, String email) {
        return call(
                        "core_user_create_users",
                        new MoodleForm()
                                .with("users[0][username]", username)
                                .with("users[0][auth]", "oauth2")
                                .with("users[0][firstname]", "Quelqu’un")
                                .with("users[0][lastname]", "D’autre")
                                .with("users[0][email]", email))
                .get(0)
                .get("id")
                .asText();
    }

    /** Creates a cohort that is not ours. */
    void someCohort(String idNumber) {
        call(
                "core_cohort_create_cohorts",
                new MoodleForm()
                        .with("cohorts[0][categorytype][type]", "system")
                        .with("cohorts[0][categorytype][value]", "")
                        .with("cohorts[0][name]", idNumber)
                        .with("cohorts[0][idnumber]", idNumber));
    }

    Optional<JsonNode> cohort(String idNumber) {
        MoodleForm form = new MoodleForm()
                .with("query", idNumber)
                .with("context[contextid]", 1)
                .with("limitnum", 100);
        for (JsonNode cohort : call("core_cohort_search_cohorts", form).path("cohorts")) {
            if (cohort.path("idnumber").asText().equals(idNumber)) {
                return Optional.of(cohort);
            }
        }
        return Optional.empty();
    }

    /** Ids of the accounts in a cohort. */
    Set<String> members(String idNumber) {
        String id = cohort(idNumber).orElseThrow().get("id").asText();
        Set<String> members = new TreeSet<>();
        call("core_cohort_get_cohort_members", new MoodleForm().with("cohortids[0]", id))
                .get(0)
                .path("userids")
                .forEach(user -> members.add(user.asText()));
        return members;
    }

    void put(String account, String idNumber) {
        call(
                "core_cohort_add_cohort_members",
                new MoodleForm()
                        .with("members[0][cohorttype][type]", "idnumber")
                        .with("members[0][cohorttype][value]", idNumber)
                        .with("members[0][usertype][type]", "id")
                        .with("members[0][usertype][value]", account));
    }

    @Override
    public void close() throws java.io.IOException {
        http.close();
        if (stub != null) {
            stub.close();
        }
    }
}
