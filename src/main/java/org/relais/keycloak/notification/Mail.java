package org.relais.keycloak.notification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * A mail ready to be sent.
 *
 * @param subject    key of the message that is its subject
 * @param about      parameters of the subject
 * @param attributes what the template shows
 */
record Mail(RealmModel realm, UserModel recipient, String subject, List<Object> about, Map<String, Object> attributes) {

    private static final String TEMPLATE = "relais-notice.ftl";

    /** By Keycloak's own templates, theme and mail server. */
    void send(KeycloakSession session) throws EmailException {
        session.getProvider(EmailTemplateProvider.class)
                .setRealm(realm)
                .setUser(recipient)
                .send(subject, about, TEMPLATE, new HashMap<>(attributes));
    }
}
