package org.relais.keycloak.gate;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Puts the gate into a realm: into its flows and at the end of every sign-in, for people to see a page, and into its client
 * policies, for tokens.
 */
public final class GateSetup {

    private final GateFlowInstaller flows;
    private final GateClientPolicyInstaller policy;
    private final GateRequiredActionInstaller lastDoor;

    public GateSetup(KeycloakSession session, RealmModel realm) {
        this.flows = new GateFlowInstaller(session, realm);
        this.policy = new GateClientPolicyInstaller(session, realm);
        this.lastDoor = new GateRequiredActionInstaller(realm);
    }

    public boolean isInstalled() {
        return flows.areGuarded() && policy.isThere() && lastDoor.isThere();
    }

    /** Installs what is missing; identity providers that came since are guarded too. */
    public void install() {
        flows.guard();
        policy.add();
        lastDoor.add();
    }
}
