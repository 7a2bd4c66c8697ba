package org.relais.keycloak.claim;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Puts the gate into a realm: into its flows and at the end of every sign-in, for people to see a page, and into its client
 * policies, for tokens.
 */
public final class GateSetup {

    private final GateFlows flows;
    private final GatePolicy policy;
    private final GateLastDoor lastDoor;

    public GateSetup(KeycloakSession session, RealmModel realm) {
        this.flows = new GateFlows(session, realm);
        this.policy = new GatePolicy(session, realm);
        this.lastDoor = new GateLastDoor(realm);
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
