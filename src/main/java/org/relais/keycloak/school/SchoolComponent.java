package org.relais.keycloak.school;

import org.keycloak.provider.Provider;

/** The provider type under which a realm keeps its profiles and the settings of its academy. It has no behaviour. */
public interface SchoolComponent extends Provider {

    @Override
    default void close() {}
}
