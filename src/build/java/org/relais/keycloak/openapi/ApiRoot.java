package org.relais.keycloak.openapi;

import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.relais.keycloak.rest.AdminResource;
import org.relais.keycloak.rest.ManagerResource;

/**
 * Where Keycloak hangs the two resources. They carry no path of their own, which Keycloak would take for resources of
 * its own; only the document is made from this class.
 */
@Path("/")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Relais",
                        version = "given by the build",
                        description = "Dated early access to the applications of a school",
                        license =
                                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0.txt")),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "An access token of the realm in the path: of the account console, or with the audience relais")
final class ApiRoot extends Application {

    @Path("/realms/{realm}/relais")
    ManagerResource manager(@Parameter(description = "The realm's name") @PathParam("realm") String realm) {
        throw new UnsupportedOperationException();
    }

    @Path("/admin/realms/{realm}/relais")
    AdminResource admin(@Parameter(description = "The realm's name") @PathParam("realm") String realm) {
        throw new UnsupportedOperationException();
    }
}
