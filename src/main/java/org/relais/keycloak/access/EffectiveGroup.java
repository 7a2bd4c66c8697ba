package org.relais.keycloak.access;

import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.grant.Origin;
import org.relais.keycloak.school.ManagedGroup;

/**
 * A managed group somebody is in at this very instant.
 *
 * @param grant the grant that carries the membership; null for an official member
 */
public record EffectiveGroup(ManagedGroup group, Grant grant) {

    public Origin origin() {
        return isOfficial() ? Origin.OFFICIAL : Origin.GRANTED;
    }

    public boolean isOfficial() {
        return grant == null;
    }
}
