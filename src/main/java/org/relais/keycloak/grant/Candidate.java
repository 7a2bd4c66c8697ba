package org.relais.keycloak.grant;

/** Somebody to be added: by the id of an account or by an identifier or mail address; exactly one is given. */
public record Candidate(String userId, String identifier) {}
