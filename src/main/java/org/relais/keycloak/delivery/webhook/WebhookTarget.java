package org.relais.keycloak.delivery.webhook;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.relais.keycloak.delivery.Target;
import org.relais.keycloak.delivery.target.Deadline;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.DesiredState;
import org.relais.keycloak.delivery.target.Health;
import org.relais.keycloak.delivery.target.HttpCall;
import org.relais.keycloak.delivery.target.Outcome;
import org.relais.keycloak.delivery.target.TargetUnavailable;
import org.relais.keycloak.problem.Problem;

/** An address that gets a signed event for each person, one at a time. */
record WebhookTarget(CloseableHttpClient http, URI url, Signature signature, AccessEvent events, Clock clock)
        implements Target {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final ContentType CLOUD_EVENT = ContentType.create("application/cloudevents+json", "UTF-8");
    private static final int AT_ONCE = 10;

    /** Statuses that say that nobody can be delivered now; any other may concern the one person. */
    private static final Set<Integer> OF_THE_APPLICATION = Set.of(429, 502, 503, 504);

    @Override
    public Health check() {
        String id = UUID.randomUUID().toString();
        HttpCall.Answer answer = send(id, events.test(id, clock.instant()), LIMIT);
        List<Problem> problems =
                isGood(answer) ? List.of() : List.of(Problem.general(DeliveryError.WEBHOOK_STATUS, answer.status()));
        return new Health(url.getHost(), null, problems);
    }

    @Override
    public int batchSize() {
        return AT_ONCE;
    }

    @Override
    public Map<String, Outcome> synchronize(List<DesiredState> people, Deadline deadline) {
        Map<String, Outcome> outcomes = new HashMap<>();
        try {
            people.stream()
                    .takeWhile(person -> !deadline.isOver())
                    .forEach(person -> outcomes.put(person.userId(), deliver(person, deadline)));
            return outcomes;
        } catch (TargetUnavailable failed) {
            throw failed.after(outcomes);
        }
    }

    private Outcome deliver(DesiredState person, Deadline deadline) {
        String id = UUID.randomUUID().toString();
        String body = events.of(person, id, clock.instant());
        return isGood(send(id, body, deadline.within(LIMIT)))
                ? Outcome.done(null)
                : Outcome.failed(DeliveryError.WEBHOOK_REFUSED);
    }

    @Override
    public void close() {
        try {
            http.close();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private HttpCall.Answer send(String id, String body, Duration limit) {
        Instant now = clock.instant();
        long seconds = now.getEpochSecond();
        HttpPost request = new HttpPost(url);
        request.setEntity(new StringEntity(body, CLOUD_EVENT));
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", Long.toString(seconds));
        request.setHeader("webhook-signature", signature.of(id, seconds, body));
        HttpCall.Answer answer = post(request, limit);
        Duration wait = answer.wait(now);
        if (OF_THE_APPLICATION.contains(answer.status())) {
            throw new TargetUnavailable(
                    answer.status() == 429 ? DeliveryError.BUSY : DeliveryError.WRONG_ANSWER, wait, null);
        }
        if (answer.status() / 100 == 3) {
            throw new TargetUnavailable(DeliveryError.WEBHOOK_REDIRECT, wait, null);
        }
        return answer;
    }

    private HttpCall.Answer post(HttpPost request, Duration limit) {
        try {
            return new HttpCall(http, LIMIT).post(request, limit);
        } catch (GuardedDnsResolver.ForbiddenAddress forbidden) {
            throw new TargetUnavailable(DeliveryError.WEBHOOK_ADDRESS, null, forbidden);
        } catch (IOException failed) {
            throw new TargetUnavailable(DeliveryError.UNREACHABLE, null, failed);
        }
    }

    private static boolean isGood(HttpCall.Answer answer) {
        return answer.status() / 100 == 2;
    }
}
