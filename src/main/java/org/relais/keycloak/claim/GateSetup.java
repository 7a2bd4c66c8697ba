package org.relais.keycloak.claim;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Puts the gate into a realm: into its flows, for people to see a page, and into its client policies, for tokens. */
public final class GateSetup {

    private final GateFlows flows;
    private final GatePolicy policy;

    public GateSetup(KeycloakSession session, RealmModel realm) {
        this.flows = new GateFlows(session, realm);
        this.policy = new GatePolicy(session, realm);
    }

    public boolean isInstalled() {
        return flows.areGuarded() && policy.isThere();
    }

    /** Installs what is missing; identity providers that came since are guarded too. */
    public void install() {
        flows.guard();
        policy.add();
    }
}
