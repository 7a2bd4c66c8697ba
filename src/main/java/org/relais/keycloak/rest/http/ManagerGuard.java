package org.relais.keycloak.rest.http;

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
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.Schools;

/** The door of the people of a realm: a token of the account console, or of a client made for this API. */
public final class ManagerGuard implements ApiGuard {

    private final KeycloakSession session;
    private final Clock clock;

    public ManagerGuard(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    @Override
    public <T> T answer(Function<RequestContext, T> work) {
        return new ErrorMapper(session).give(() -> work.apply(letIn()));
    }

    private RequestContext letIn() {
        RealmModel realm = session.getContext().getRealm();
        AuthResult admitted = TokenAuthentication.admit(session);
        Cors.builder()
                .checkAllowedOrigins(admitted.token())
                .allowedMethods(Preflight.METHODS)
                .auth()
                .add();
        Schools schools = new Schools(session, realm);
        Authority authority =
                new Authority(new RealmContext(session, realm, clock), schools, new Caller.Person(admitted.user()));
        AdminAuth auth = new AdminAuth(realm, admitted.token(), admitted.user(), admitted.client());
        AdminEventBuilder events =
                new AdminEventBuilder(realm, auth, session, session.getContext().getConnection());
        return new RequestContext(
                session,
                realm,
                clock,
                schools,
                authority,
                new AdminEvents(events),
                session.getContext().resolveLocale(admitted.user()));
    }
}
