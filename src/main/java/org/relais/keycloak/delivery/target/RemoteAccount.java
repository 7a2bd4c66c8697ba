package org.relais.keycloak.delivery.target;

/** The data by which an application knows a person. The email address is in Keycloak's own case; it may be missing. */
public record RemoteAccount(String id, String username, String email, String firstName, String lastName) {}
