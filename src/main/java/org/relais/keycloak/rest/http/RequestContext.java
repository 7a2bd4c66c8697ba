package org.relais.keycloak.rest.http;

import java.time.Clock;
import java.util.Locale;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.relais.keycloak.authority.Authority;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.Schools;

/** One call of the API by somebody who has been let in: what every resource needs to answer it. */
public record RequestContext(
        KeycloakSession session,
        RealmModel realm,
        Clock clock,
        Schools schools,
        Authority authority,
        AdminEvents audit,
        Locale locale) {

    public RealmContext context() {
        return new RealmContext(session, realm, clock);
    }

    public Academy academy() {
        return Academy.of(realm);
    }

    public String actor() {
        return authority.actor();
    }
}
