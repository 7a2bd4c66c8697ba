package org.relais.keycloak.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a realm has been given. */
@Schema(name = "Setup")
public record SetupView(
        @Schema(description = "Components created: the academy and the starting profiles")
        List<String> created,

        GateView gate,

        @Schema(
                description =
                        "Client scopes that tell applications of groups; add them to the clients that should be told")
        List<String> clientScopes,

        @Schema(
                description = "Kinds of pages that are shown in the theme of Relais now",
                enumeration = {"account", "admin", "email"})
        List<String> themes) {}
