package org.relais.keycloak.rest.representation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The parts that the setup has added to a realm. */
@Schema(name = "Setup")
public record SetupRepresentation(
        @Schema(description = "Components created: the academy and the starting profiles")
        List<String> created,

        GateRepresentation gate,

        @Schema(
                description =
                        "Client scopes that tell applications of groups; add them to the clients that should be told")
        List<String> clientScopes,

        @Schema(
                description = "Kinds of pages that are shown in the theme of Relais now",
                enumeration = {"account", "admin", "email"})
        List<String> themes) {}
