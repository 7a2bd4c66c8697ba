package org.relais.keycloak.rest.representation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.relais.keycloak.gate.GateSetup;
import org.relais.keycloak.rest.http.RequestContext;

/** How the gate stands in a realm. */
@Schema(name = "Gate")
public record GateRepresentation(
        @Schema(description = "Whether it stands in the browser flow and in the client policies")
        boolean installed,

        @Schema(description = "Whether it only journals what it would refuse")
        boolean observes) {

    public static GateRepresentation of(RequestContext call) {
        return new GateRepresentation(
                new GateSetup(call.session(), call.realm()).isInstalled(),
                call.academy().gateObserves());
    }

    /** What is missing of it is installed before. */
    public static GateRepresentation installed(RequestContext call) {
        new GateSetup(call.session(), call.realm()).install();
        return of(call);
    }
}
