package org.relais.keycloak.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the gate stands in a realm. */
@Schema(name = "Gate")
public record GateView(
        @Schema(description = "Whether it stands in the browser flow and in the client policies")
        boolean installed,

        @Schema(description = "Whether it only journals what it would refuse")
        boolean observes) {}
