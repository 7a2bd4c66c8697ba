package org.relais.keycloak.rest;

import java.time.Clock;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.cors.Cors;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.relais.keycloak.authority.Authority;
import org.relais.keycloak.authority.Caller;
import org.relais.keycloak.authority.TokenAuthentication;
import org.relais.keycloak.school.Schools;

/** The door of the people of a realm: a token of the account console, or of a client made for this API. */
final class ManagerDoor implements Door {

    private final KeycloakSession session;
    private final Clock clock;

    ManagerDoor(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    @Override
    public <T> T answer(Function<Call, T> work) {
        return new Answers(session).give(() -> work.apply(letIn()));
    }

    private Call letIn() {
        RealmModel realm = session.getContext().getRealm();
        AuthResult admitted = TokenAuthentication.admit(session);
        Cors.builder()
                .checkAllowedOrigins(admitted.token())
                .allowedMethods(Preflight.METHODS)
                .auth()
                .add();
        Schools schools = new Schools(session, realm);
        Authority authority = new Authority(session, realm, clock, schools, new Caller.Person(admitted.user()));
        AdminAuth auth = new AdminAuth(realm, admitted.token(), admitted.user(), admitted.client());
        AdminEventBuilder events =
                new AdminEventBuilder(realm, auth, session, session.getContext().getConnection());
        return new Call(
                session,
                realm,
                clock,
                schools,
                authority,
                new Audit(events),
                session.getContext().resolveLocale(admitted.user()));
    }
}
