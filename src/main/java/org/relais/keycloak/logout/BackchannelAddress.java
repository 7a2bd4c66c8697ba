package org.relais.keycloak.logout;

import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.services.util.ResolveRelative;

/**
 * The back-channel logout URL of an application. Keycloak asks the request for the server's address when that of
 * the application is relative to it; a background task has no request, but the issuer of the session says it as well.
 */
final class BackchannelAddress {

    private BackchannelAddress() {}

    /** Empty if the application has none. */
    static Optional<String> of(ClientModel client, String issuer) {
        String url = OIDCAdvancedConfigWrapper.fromClientModel(client).getBackchannelLogoutUrl();
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        String server = issuer.substring(0, issuer.lastIndexOf("/realms/"));
        return Optional.of(ResolveRelative.resolveRelativeUri(server, server, client.getRootUrl(), url));
    }
}
