package org.relais.keycloak.logout;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.LogoutToken;
import org.keycloak.util.TokenUtil;
import org.relais.keycloak.logout.BackchannelLogout.Answer;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.RealmJobs;
import org.relais.keycloak.platform.RetryPolicy;

/**
 * Tells applications that a session has ended, by OpenID Connect back-channel logout. No transaction is open while an
 * application takes its time. One that does not answer is asked again four times within some hours, and until then for nobody
 * else: it holds nobody up.
 */
final class BackchannelLogouts {

    private static final int BATCH = 50;
    private static final long TOKEN_SECONDS = 120;
    private static final RetryPolicy RETRY = RetryPolicy.steps(
            Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2));

    private final RealmJobs jobs;
    private final Clock clock;

    BackchannelLogouts(RealmJobs jobs) {
        this.jobs = jobs;
        this.clock = jobs.clock();
    }

    void send(Instant stop) {
        List<String> due = due();
        while (!due.isEmpty() && clock.instant().isBefore(stop)) {
            due.stream().filter(id -> clock.instant().isBefore(stop)).forEach(this::send);
            due = due();
        }
    }

    private List<String> due() {
        return jobs.inTransaction(session -> store(session).dueLogouts(clock.millis(), BATCH));
    }

    private void send(String id) {
        Optional<BackchannelLogout> attempt = jobs.inTransaction(session -> attempt(session, id));
        attempt.ifPresent(message -> {
            Answer answer = message.post(jobs.sessions());
            int givenUp = jobs.inTransaction(session -> write(store(session), message, answer));
            if (givenUp > 0) {
                LogoutLog.LOG.logoutsGivenUp(message.clientId(), message.realm(), givenUp);
            }
        });
    }

    /** Returns of how many sessions the application will not be told. */
    private int write(SessionRevocationStore store, BackchannelLogout message, Answer answer) {
        if (answer == Answer.ACCEPTED || message.last()) {
            store.removeLogout(message.id());
        }
        int givenUp = answer != Answer.ACCEPTED && message.last() ? 1 : 0;
        return answer == Answer.NONE
                ? givenUp + store.applicationUnreachable(message.clientUuid(), clock.millis(), RETRY)
                : givenUp;
    }

    /** Counts the attempt before it is made; empty where another node was first, or the application need not be told. */
    private Optional<BackchannelLogout> attempt(KeycloakSession session, String id) {
        SessionRevocationStore store = store(session);
        long now = clock.millis();
        Optional<BackchannelLogoutEntity> attempted =
                store.attempt(id, now, now + RETRY.waitAfter(1).toMillis());
        if (attempted.isEmpty()) {
            return Optional.empty();
        }
        BackchannelLogoutEntity logout = attempted.get();
        logout.nextAt = now + RETRY.waitAfter(logout.attempts).toMillis();
        Optional<BackchannelLogout> message =
                jobs.enter(session, logout.realmId).flatMap(context -> message(context, logout));
        if (message.isEmpty()) {
            store.removeLogout(id);
        }
        return message;
    }

    private Optional<BackchannelLogout> message(RealmContext context, BackchannelLogoutEntity logout) {
        ClientModel client = context.realm().getClientById(logout.clientUuid);
        if (client == null || !client.isEnabled()) {
            return Optional.empty();
        }
        context.session().getContext().setClient(client);
        return BackchannelAddress.of(client, logout.issuer)
                .map(url -> new BackchannelLogout(
                        logout.id,
                        client.getId(),
                        client.getClientId(),
                        context.realm().getName(),
                        url,
                        context.session().tokens().encode(token(logout, client)),
                        RETRY.givesUpAfter(logout.attempts)));
    }

    private static SessionRevocationStore store(KeycloakSession session) {
        return new SessionRevocationStore(EntityManagers.of(session));
    }

    private LogoutToken token(BackchannelLogoutEntity logout, ClientModel client) {
        LogoutToken token = new LogoutToken();
        token.id(KeycloakModelUtils.generateId());
        token.issuedNow();
        token.exp(clock.instant().getEpochSecond() + TOKEN_SECONDS);
        token.issuer(logout.issuer);
        token.addAudience(client.getClientId());
        token.setSubject(logout.subject);
        token.setSid(logout.sessionId);
        token.putEvents(TokenUtil.TOKEN_BACKCHANNEL_LOGOUT_EVENT, JsonNodeFactory.instance.objectNode());
        return token;
    }
}
