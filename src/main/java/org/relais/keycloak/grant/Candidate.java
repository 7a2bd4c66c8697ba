package org.relais.keycloak.grant;

/** Somebody to be added: by the id of an account, or by an identifier or email address; exactly one is given. */
public record Candidate(String userId, String identifier) {

    String asWritten() {
        return userId != null ? userId : identifier;
    }
}
