package org.relais.keycloak.rest;

import java.time.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.relais.keycloak.directory.SearchRateLimiter;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.ServerClock;
import org.relais.keycloak.platform.StatelessProviderFactory;
import org.relais.keycloak.rest.http.AdminGuard;

/** Puts {@link AdminResource} at {@code /admin/realms/{realm}/relais}. */
public final class AdminResourceProviderFactory
        implements AdminRealmResourceProviderFactory, StatelessProviderFactory<AdminRealmResourceProvider> {

    private final Clock clock = new ServerClock();
    private final SearchRateLimiter searches = new SearchRateLimiter(clock);

    @Override
    public String getId() {
        return "relais";
    }

    @Override
    public AdminRealmResourceProvider create(KeycloakSession session) {
        return new AdminRealmResourceProvider() {
            @Override
            public Object getResource(
                    KeycloakSession current,
                    RealmModel realm,
                    AdminPermissionEvaluator auth,
                    AdminEventBuilder adminEvent) {
                RealmContext context = new RealmContext(current, realm, clock);
                return new AdminResource(new AdminGuard(context, auth, adminEvent), searches);
            }

            @Override
            public void close() {}
        };
    }
}
