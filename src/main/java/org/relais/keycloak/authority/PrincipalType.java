package org.relais.keycloak.authority;

/** Whom the management of a group is delegated to. */
public enum PrincipalType {
    USER,
    /** The official members of a managed group. */
    GROUP
}
