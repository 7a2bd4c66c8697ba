package org.relais.keycloak.school;

import java.util.List;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.Provider;

/** The provider type under which a realm keeps its profiles and the settings of its academy. It has no behaviour. */
public interface SchoolComponent extends Provider {

    /** The components of a realm that belong to one of the providers. */
    static List<ComponentModel> of(RealmModel realm, String providerId) {
        return realm.getComponentsStream(realm.getId(), SchoolComponent.class.getName())
                .filter(component -> providerId.equals(component.getProviderId()))
                .toList();
    }

    @Override
    default void close() {}
}
