package org.relais.keycloak.rest.http;

import java.util.function.Function;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.cors.Cors;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.resources.admin.AdminAuth;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.relais.keycloak.authority.Caller;
import org.relais.keycloak.authority.TokenAuthentication;
import org.relais.keycloak.platform.RealmContext;

/** Lets in the people of a realm: with a token of the account console, or of a client made for this API. */
public record ManagerGuard(RealmContext context) implements ApiGuard {

    @Override
    public <T> T answer(Function<RequestContext, T> work) {
        return new ErrorMapper(context.session()).give(() -> work.apply(authenticate()));
    }

    private RequestContext authenticate() {
        AuthResult admitted = TokenAuthentication.admit(context.session());
        Cors.builder()
                .checkAllowedOrigins(admitted.token())
                .allowedMethods(Preflight.METHODS)
                .auth()
                .add();
        return RequestContext.of(context, new Caller.Person(admitted.user()), events(admitted));
    }

    private AdminEventBuilder events(AuthResult admitted) {
        KeycloakSession session = context.session();
        AdminAuth auth = new AdminAuth(context.realm(), admitted.token(), admitted.user(), admitted.client());
        return new AdminEventBuilder(
                context.realm(), auth, session, session.getContext().getConnection());
    }
}
