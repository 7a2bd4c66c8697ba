package org.relais.keycloak.gate;

import org.relais.keycloak.problem.ProblemCode;

/** What can be wrong with the gate of a realm. */
enum GateProblem implements ProblemCode {
    /** The server asks no client policies. */
    WARNING_GATE_POLICIES
}
