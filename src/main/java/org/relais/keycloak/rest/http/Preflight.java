package org.relais.keycloak.rest.http;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.cors.Cors;

/**
 * Tells a browser what a page of another site may send to the managers' API; whether it may is decided at the request
 * itself. It stands beside the resources: a method of theirs would not be found below their sub-resources.
 */
public final class Preflight {

    static final String[] METHODS = {"GET", "POST", "PATCH", "DELETE", "OPTIONS"};

    private final KeycloakSession session;

    public Preflight(KeycloakSession session) {
        this.session = session;
    }

    @OPTIONS
    @Path("{any:.*}")
    @Operation(hidden = true)
    public Response preflight() {
        Response answer =
                Cors.builder().preflight().allowedMethods(METHODS).auth().add(Response.ok());
        session.getContext().getHttpResponse().addHeader(Cors.ACCESS_CONTROL_ALLOW_HEADERS, "Idempotency-Key");
        return answer;
    }
}
