package org.relais.keycloak.rest.http;

import java.util.function.Function;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.relais.keycloak.authority.AdminRights;
import org.relais.keycloak.authority.Caller;
import org.relais.keycloak.platform.RealmContext;

/** Lets in administrators of the realm or of master. Keycloak has validated the token, but has checked no right yet. */
public record AdminGuard(RealmContext context, AdminPermissionEvaluator auth, AdminEventBuilder events)
        implements ApiGuard {

    @Override
    public <T> T answer(Function<RequestContext, T> work) {
        return new ErrorMapper(context.session())
                .give(() -> work.apply(RequestContext.of(context, administrator(), events)));
    }

    private Caller administrator() {
        return new Caller.Administrator(auth.adminAuth().getUser(), new AdminRights(context, auth));
    }
}
