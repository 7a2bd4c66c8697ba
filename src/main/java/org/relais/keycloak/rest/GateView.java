package org.relais.keycloak.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.relais.keycloak.gate.GateSetup;

/** How the gate stands in a realm. */
@Schema(name = "Gate")
public record GateView(
        @Schema(description = "Whether it stands in the browser flow and in the client policies")
        boolean installed,

        @Schema(description = "Whether it only journals what it would refuse")
        boolean observes) {

    static GateView of(Call call) {
        return new GateView(
                new GateSetup(call.session(), call.realm()).isInstalled(),
                call.academy().gateObserves());
    }

    /** What is missing of it is installed before. */
    static GateView installed(Call call) {
        new GateSetup(call.session(), call.realm()).install();
        return of(call);
    }
}
