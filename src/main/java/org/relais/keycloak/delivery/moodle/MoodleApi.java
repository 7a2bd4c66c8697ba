package org.relais.keycloak.delivery.moodle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.impl.client.CloseableHttpClient;
import org.relais.keycloak.delivery.target.Deadline;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.HttpCall;
import org.relais.keycloak.delivery.target.TargetUnavailable;

/**
 * Moodle's web services over REST. Errors come with status 200; what Moodle says in them beyond the code is not repeated, as
 * it may name people.
 */
final class MoodleApi {

    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final JsonMapper JSON = new JsonMapper();

    /** Errors of the site or of the token: they concern everybody. */
    private static final Map<String, DeliveryError> OF_THE_SITE = Map.of(
            "invalidtoken", DeliveryError.MOODLE_TOKEN,
            "accessexception", DeliveryError.MOODLE_ACCESS,
            "nopermissions", DeliveryError.MOODLE_PERMISSIONS,
            "sitemaintenance", DeliveryError.MOODLE_MAINTENANCE,
            "upgraderunning", DeliveryError.MOODLE_MAINTENANCE,
            "dmlreadexception", DeliveryError.MOODLE_TROUBLE,
            "dmlconnectionexception", DeliveryError.MOODLE_TROUBLE,
            "dbconnectionfailed", DeliveryError.MOODLE_TROUBLE);

    /** Errors of what was sent. Plugins of Moodle have codes of their own, which may be either. */
    private static final Set<String> OF_ROWS =
            Set.of("invalidparameter", "invalidrecord", "invalidrecordunknown", "invaliduser");

    private final HttpCall httpCall;
    private final URI address;
    private final String token;
    private final Clock clock;
    private Deadline deadline;

    MoodleApi(CloseableHttpClient http, URI moodle, String token, Clock clock) {
        this.httpCall = new HttpCall(http, CONNECT);
        this.address = URI.create(moodle.toString().replaceAll("/+$", "") + "/webservice/rest/server.php");
        this.token = token;
        this.clock = clock;
    }

    void until(Deadline end) {
        this.deadline = end;
    }

    /**
     * Calls a function that only reads. An error that is not about the question is about Moodle: it proves no absence.
     *
     * @throws TargetUnavailable if Moodle as a whole cannot be used
     * @throws MoodleRefusal     if it does not take this question
     * @throws DeadlineExceeded         before the call, if the deadline is over
     */
    JsonNode ask(String function, MoodleForm form) {
        try {
            return call(function, form);
        } catch (MoodleRefusal refused) {
            if (OF_ROWS.contains(refused.errorCode())) {
                throw refused;
            }
            throw new TargetUnavailable(DeliveryError.MOODLE_TROUBLE, null, refused);
        }
    }

    /**
     * Calls a function that changes something.
     *
     * @throws TargetUnavailable if Moodle as a whole cannot be used
     * @throws MoodleRefusal     if it does not take this call
     * @throws DeadlineExceeded         before the call, if the deadline is over
     */
    JsonNode call(String function, MoodleForm form) {
        if (deadline.isOver()) {
            throw new DeadlineExceeded();
        }
        HttpPost request = new HttpPost(address);
        request.setEntity(form.with("wstoken", token)
                .with("wsfunction", function)
                .with("moodlewsrestformat", "json")
                .entity());
        try {
            return read(httpCall.post(request, deadline.within(LONGEST_CALL)));
        } catch (IOException failed) {
            throw new TargetUnavailable(DeliveryError.UNREACHABLE, null, failed);
        }
    }

    private JsonNode read(HttpCall.Answer answer) {
        Duration wait = answer.wait(clock.instant());
        if (answer.status() == 503) {
            throw new TargetUnavailable(DeliveryError.MOODLE_MAINTENANCE, wait, null);
        }
        if (answer.status() == 429) {
            throw new TargetUnavailable(DeliveryError.BUSY, wait, null);
        }
        if (answer.status() == 403) {
            throw new TargetUnavailable(DeliveryError.MOODLE_SERVICES_OFF, wait, null);
        }
        if (answer.status() == 500) {
            // Of a change it may be one row that breaks it.
            throw new MoodleRefusal("500");
        }
        if (answer.status() != 200) {
            throw new TargetUnavailable(DeliveryError.WRONG_ANSWER, wait, null);
        }
        JsonNode json = json(answer.body());
        if (json.hasNonNull("errorcode")) {
            String code = json.get("errorcode").asText();
            if (OF_THE_SITE.containsKey(code)) {
                throw new TargetUnavailable(OF_THE_SITE.get(code));
            }
            throw new MoodleRefusal(code);
        }
        return json;
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException noJson) {
            throw new TargetUnavailable(DeliveryError.WRONG_ANSWER, null, null);
        }
    }
}
