package org.relais.keycloak.rest;

import java.time.Clock;
import java.util.Locale;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.relais.keycloak.authority.Authority;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.Schools;

/** One call of the API by somebody who has been let in: what every resource needs to answer it. */
record Call(
        KeycloakSession session,
        RealmModel realm,
        Clock clock,
        Schools schools,
        Authority authority,
        Audit audit,
        Locale locale) {

    Academy academy() {
        return Academy.of(realm);
    }

    String actor() {
        return authority.actor();
    }
}
