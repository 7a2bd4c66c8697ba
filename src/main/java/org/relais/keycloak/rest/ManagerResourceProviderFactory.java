package org.relais.keycloak.rest;

import jakarta.ws.rs.HttpMethod;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.rest.http.Preflight;

/** Puts {@link ManagerResource} at {@code /realms/{realm}/relais}, and {@link Preflight} before it. */
public final class ManagerResourceProviderFactory extends ResourceFactory<RealmResourceProvider>
        implements RealmResourceProviderFactory {

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                boolean asksFirst = HttpMethod.OPTIONS.equals(
                        session.getContext().getHttpRequest().getHttpMethod());
                return asksFirst ? new Preflight(session) : new ManagerResource(contextOf(session), limits);
            }

            @Override
            public void close() {}
        };
    }

    private RealmContext contextOf(KeycloakSession session) {
        return new RealmContext(session, session.getContext().getRealm(), clock);
    }
}
