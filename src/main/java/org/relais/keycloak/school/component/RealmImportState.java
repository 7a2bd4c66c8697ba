package org.relais.keycloak.school.component;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Whether this session is creating or importing a realm. A realm export lists its components in no order, so a profile may
 * come before the one it refers to: references are not checked until the realm is complete.
 */
public final class RealmImportState {

    private RealmImportState() {}

    public static void begins(KeycloakSession session, RealmModel realm) {
        session.setAttribute(key(realm), Boolean.TRUE);
    }

    public static void ends(KeycloakSession session, RealmModel realm) {
        session.removeAttribute(key(realm));
    }

    static boolean isUnderWay(KeycloakSession session, RealmModel realm) {
        return session.getAttribute(key(realm)) != null;
    }

    private static String key(RealmModel realm) {
        return RealmImportState.class.getName() + realm.getId();
    }
}
