package org.relais.keycloak.gate;

import org.relais.keycloak.platform.RealmContext;

/**
 * Installs the gate in a realm: in its flows and as a required action, where people see a page, and in its client policies,
 * where applications ask for tokens.
 */
public final class GateSetup {

    private final GateFlowInstaller flows;
    private final GateClientPolicyInstaller policy;
    private final GateRequiredActionInstaller requiredAction;

    public GateSetup(RealmContext context) {
        this.flows = new GateFlowInstaller(context.session(), context.realm());
        this.policy = new GateClientPolicyInstaller(context.session(), context.realm());
        this.requiredAction = new GateRequiredActionInstaller(context.realm());
    }

    public boolean isInstalled() {
        return flows.areGuarded() && policy.isThere() && requiredAction.isThere();
    }

    /** Whether somebody has installed the gate here, even if some of its parts do not work. */
    boolean isWanted() {
        return flows.areGuarded() || policy.isConfigured() || requiredAction.isThere();
    }

    /** Installs what is missing, also for identity providers that were added since. */
    public void install() {
        flows.guard();
        policy.add();
        requiredAction.add();
    }
}
