package org.relais.keycloak.gate;

import java.util.List;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.Problem;

/** Finds what keeps the gate of a realm from closing a way in although it is installed. */
public final class GateWarnings {

    private final RealmContext context;

    public GateWarnings(RealmContext context) {
        this.context = context;
    }

    public List<Problem> all() {
        return !GateClientPolicyInstaller.isAsked() && new GateSetup(context).isWanted()
                ? List.of(Problem.general(GateProblem.WARNING_GATE_POLICIES))
                : List.of();
    }
}
