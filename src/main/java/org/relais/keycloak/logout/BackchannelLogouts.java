package org.relais.keycloak.logout;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.http.client.config.RequestConfig;
import org.jboss.logging.Logger;
import org.keycloak.OAuth2Constants;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.LogoutToken;
import org.keycloak.util.TokenUtil;
import org.relais.keycloak.platform.RetryPolicy;

/**
 * Tells applications that a session has ended, by OpenID Connect back-channel logout. No transaction is open while an
 * application takes its time; one that does not answer is asked again four times within some hours, and is not asked for
 * anybody else until then: it holds nobody up.
 */
final class BackchannelLogouts {

    private static final Logger LOG = Logger.getLogger(BackchannelLogouts.class);
    private static final int BATCH = 50;
    private static final long TOKEN_SECONDS = 120;
    private static final int LONGEST_SILENCE = (int) Duration.ofSeconds(5).toMillis();
    private static final RetryPolicy RETRY = RetryPolicy.steps(
            Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2));

    private final KeycloakSessionFactory sessions;
    private final Clock clock;

    BackchannelLogouts(KeycloakSessionFactory sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    void send(Instant stop) {
        List<String> due = due();
        while (!due.isEmpty() && clock.instant().isBefore(stop)) {
            due.stream().filter(id -> clock.instant().isBefore(stop)).forEach(this::send);
            due = due();
        }
    }

    private record Letter(String id, String clientUuid, String url, String token, boolean last) {}

    private enum Answer {
        TAKEN,
        REFUSED,
        ABSENT
    }

    private List<String> due() {
        return KeycloakModelUtils.runJobInTransactionWithResult(
                sessions, session -> SessionRevocation.store(session).dueLogouts(clock.millis(), BATCH));
    }

    private void send(String id) {
        Optional<Letter> letter =
                KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> letter(session, id));
        letter.ifPresent(it -> {
            Answer answer = post(it);
            int givenUp = KeycloakModelUtils.runJobInTransactionWithResult(
                    sessions, session -> note(SessionRevocation.store(session), it, answer));
            if (givenUp > 0) {
                LOG.warnf("an application did not take the end of %d sessions: %s", givenUp, it.url());
            }
        });
    }

    /** Returns how many the application will not be told of. */
    private int note(SessionRevocationStore store, Letter letter, Answer answer) {
        if (answer == Answer.TAKEN || letter.last()) {
            store.removeLogout(letter.id());
        }
        int givenUp = answer != Answer.TAKEN && letter.last() ? 1 : 0;
        return answer == Answer.ABSENT
                ? givenUp + store.applicationAbsent(letter.clientUuid(), clock.millis(), RETRY)
                : givenUp;
    }

    private Optional<Letter> letter(KeycloakSession session, String id) {
        SessionRevocationStore store = SessionRevocation.store(session);
        long now = clock.millis();
        Optional<BackchannelLogoutEntity> attempted =
                store.attempt(id, now, now + RETRY.waitAfter(1).toMillis());
        if (attempted.isEmpty()) {
            return Optional.empty();
        }
        BackchannelLogoutEntity logout = attempted.get();
        boolean last = RETRY.givesUpAfter(logout.attempts);
        logout.nextAt = now + RETRY.waitAfter(logout.attempts).toMillis();
        RealmModel realm = session.realms().getRealm(logout.realmId);
        ClientModel client = realm == null ? null : realm.getClientById(logout.clientUuid);
        if (client == null || !client.isEnabled()) {
            store.removeLogout(id);
            return Optional.empty();
        }
        session.getContext().setRealm(realm);
        session.getContext().setClient(client);
        Optional<String> url = BackchannelAddress.of(client, logout.issuer);
        if (url.isEmpty()) {
            store.removeLogout(id);
            return Optional.empty();
        }
        return Optional.of(
                new Letter(id, client.getId(), url.get(), session.tokens().encode(token(logout, client)), last));
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

    private Answer post(Letter letter) {
        try (KeycloakSession session = sessions.create()) {
            int status = SimpleHttp.create(session)
                    .withRequestConfig(RequestConfig.custom()
                            .setConnectionRequestTimeout(LONGEST_SILENCE)
                            .setConnectTimeout(LONGEST_SILENCE)
                            .setSocketTimeout(LONGEST_SILENCE)
                            .build())
                    .doPost(letter.url())
                    .param(OAuth2Constants.LOGOUT_TOKEN, letter.token())
                    .asStatus();
            return status == 200 || status == 204 ? Answer.TAKEN : status < 500 ? Answer.REFUSED : Answer.ABSENT;
        } catch (IOException unreachable) {
            LOG.debugf(unreachable, "an application cannot be reached: %s", letter.url());
            return Answer.ABSENT;
        }
    }
}
