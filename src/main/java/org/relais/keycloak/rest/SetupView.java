package org.relais.keycloak.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the set-up of a realm has put there. */
@Schema(name = "Setup")
public record SetupView(
        GateView gate,

        @Schema(
                description =
                        "Client scopes that tell applications of groups; add them to the clients that should be told")
        List<String> clientScopes) {}
