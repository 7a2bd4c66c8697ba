package org.relais.keycloak.delivery.target;

/** What an application needs to know a person by. The mail address is in Keycloak's own case; it may be missing. */
public record RemoteAccount(String id, String username, String email, String firstName, String lastName) {}
