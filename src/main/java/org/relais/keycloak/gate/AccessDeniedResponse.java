package org.relais.keycloak.gate;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.OAuthErrorException;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.AuthenticationFlowException;
import org.keycloak.models.ClientModel;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;

/** The refusal as an application receives it: for its developers, and in English like Keycloak's other errors. */
final class AccessDeniedResponse {

    private AccessDeniedResponse() {}

    static String reason(ClientModel client) {
        return "No group of the person opens the application " + client.getClientId() + " now";
    }

    /** As Keycloak's own steps of a direct grant answer at the token endpoint. */
    static Response inJson(ClientModel client) {
        return inJson(client, Response.Status.BAD_REQUEST);
    }

    private static Response inJson(ClientModel client, Response.Status status) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new OAuth2ErrorRepresentation(OAuthErrorException.ACCESS_DENIED, reason(client)))
                .build();
    }

    /** The same at a grant of the token endpoint. */
    static RuntimeException atTokens(ClientModel client, Cors cors) {
        return new CorsErrorResponseException(
                cors, OAuthErrorException.ACCESS_DENIED, reason(client), Response.Status.BAD_REQUEST);
    }

    /** For a program that signs in on its own and asks for no token of OAuth. Keycloak shows a page for any other exception. */
    static RuntimeException atSignIn(ClientModel client) {
        return new AuthenticationFlowException(
                AuthenticationFlowError.ACCESS_DENIED, inJson(client, Response.Status.FORBIDDEN));
    }
}
