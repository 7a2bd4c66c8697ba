package org.relais.keycloak.event;

import org.keycloak.models.RealmModel;

/** A realm as it outlives the session that has read it: its id, and its name for the log. */
record RealmReference(String id, String name) {

    static RealmReference of(RealmModel realm) {
        return new RealmReference(realm.getId(), realm.getName());
    }
}
