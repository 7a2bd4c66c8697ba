package org.relais.keycloak.rest.representation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.relais.keycloak.gate.GateSetup;
import org.relais.keycloak.rest.http.RequestContext;

/** Whether the gate is installed in a realm, and whether it refuses or only observes. */
@Schema(name = "Gate")
public record GateRepresentation(
        @Schema(description = "Whether it stands in the browser flow and in the client policies")
        boolean installed,

        @Schema(description = "Whether it only journals what it would refuse")
        boolean observes) {

    public static GateRepresentation of(RequestContext call) {
        return new GateRepresentation(
                new GateSetup(call.context()).isInstalled(), call.academy().gateObserves());
    }

    /** Installs what is missing first. */
    public static GateRepresentation installed(RequestContext call) {
        new GateSetup(call.context()).install();
        return of(call);
    }
}
