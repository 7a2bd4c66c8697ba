package org.relais.keycloak.rest;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.rest.http.AdminGuard;

/** Puts {@link AdminResource} at {@code /admin/realms/{realm}/relais}. */
public final class AdminResourceProviderFactory extends ResourceFactory<AdminRealmResourceProvider>
        implements AdminRealmResourceProviderFactory {

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
                return new AdminResource(new AdminGuard(context, auth, adminEvent), limits);
            }

            @Override
            public void close() {}
        };
    }
}
