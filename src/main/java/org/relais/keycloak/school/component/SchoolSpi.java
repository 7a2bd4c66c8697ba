package org.relais.keycloak.school.component;

import org.relais.keycloak.platform.RealmComponentSpi;
import org.relais.keycloak.school.SchoolComponent;

/** Makes profiles, kinds of people and the academy's settings native realm components. */
public final class SchoolSpi extends RealmComponentSpi {

    public SchoolSpi() {
        super("relais-school", SchoolComponent.class, SchoolComponentFactory.class);
    }
}
