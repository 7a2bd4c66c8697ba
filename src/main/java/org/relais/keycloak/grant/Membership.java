package org.relais.keycloak.grant;

/** How somebody is in a group; the grant is null for an official member. */
public record Membership(Origin origin, Grant grant) {}
