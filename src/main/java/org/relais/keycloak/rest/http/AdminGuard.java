package org.relais.keycloak.rest.http;

import java.time.Clock;
import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.relais.keycloak.authority.Authority;
import org.relais.keycloak.authority.Caller;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.Schools;

/** The door of the administrators, of the realm or of master. Keycloak has read the token; it has checked no right. */
public final class AdminGuard implements ApiGuard {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AdminPermissionEvaluator auth;
    private final AdminEventBuilder events;
    private final Clock clock;

    public AdminGuard(
            KeycloakSession session,
            RealmModel realm,
            AdminPermissionEvaluator auth,
            AdminEventBuilder events,
            Clock clock) {
        this.session = session;
        this.realm = realm;
        this.auth = auth;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public <T> T answer(Function<RequestContext, T> work) {
        return new ErrorMapper(session).give(() -> work.apply(letIn()));
    }

    private RequestContext letIn() {
        UserModel user = auth.adminAuth().getUser();
        Caller caller = new Caller.Administrator(
                user,
                auth.users().canView(),
                auth.users().canManage(),
                auth.realm().canManageRealm());
        Schools schools = new Schools(session, realm);
        return new RequestContext(
                session,
                realm,
                clock,
                schools,
                new Authority(new RealmContext(session, realm, clock), schools, caller),
                new AdminEvents(events),
                session.getContext().resolveLocale(user));
    }
}
