package org.relais.keycloak.rest.http;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.cors.Cors;

/**
 * Answers a browser's preflight request for a page of another site; the request itself decides whether the page may call. It
 * is a resource of its own, because RESTEasy would not find its method below the sub-resources of the others.
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
