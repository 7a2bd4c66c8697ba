package org.relais.keycloak.logout;

import java.io.IOException;
import java.time.Duration;
import org.apache.http.client.config.RequestConfig;
import org.keycloak.OAuth2Constants;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * One back-channel logout, ready to be sent.
 *
 * @param id    of its row
 * @param realm the realm's name
 * @param last  whether no attempt follows this one
 */
record BackchannelLogout(
        String id, String clientUuid, String clientId, String realm, String url, String token, boolean last) {

    private static final int LONGEST_SILENCE = (int) Duration.ofSeconds(5).toMillis();

    enum Answer {
        ACCEPTED,
        REFUSED,
        /** The application did not answer, or failed. */
        NONE
    }

    Answer post(KeycloakSessionFactory sessions) {
        try (KeycloakSession session = sessions.create()) {
            int status = SimpleHttp.create(session)
                    .withRequestConfig(RequestConfig.custom()
                            .setConnectionRequestTimeout(LONGEST_SILENCE)
                            .setConnectTimeout(LONGEST_SILENCE)
                            .setSocketTimeout(LONGEST_SILENCE)
                            .build())
                    .doPost(url)
                    .param(OAuth2Constants.LOGOUT_TOKEN, token)
                    .asStatus();
            return status == 200 || status == 204 ? Answer.ACCEPTED : status < 500 ? Answer.REFUSED : Answer.NONE;
        } catch (IOException unreachable) {
            LogoutLog.LOG.clientUnreachable(unreachable, clientId, realm);
            return Answer.NONE;
        }
    }
}
