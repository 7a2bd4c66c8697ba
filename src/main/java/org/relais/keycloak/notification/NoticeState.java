package org.relais.keycloak.notification;

/** What has become of a notice. */
public enum NoticeState {
    WAITING,
    SENT,
    /** There was nobody, or nothing, to write to or about any longer. */
    NEEDLESS,
    /** The address was refused, or the server refused for too long. */
    GIVEN_UP
}
