package org.relais.keycloak.delivery;

import org.relais.keycloak.platform.RealmComponentSpi;

/** Makes targets native realm components. */
public final class TargetSpi extends RealmComponentSpi {

    public TargetSpi() {
        super("relais-target", Target.class, TargetFactory.class);
    }
}
