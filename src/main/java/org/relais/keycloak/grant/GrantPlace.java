package org.relais.keycloak.grant;

/** A place in a list of grants by their end: milliseconds since 1970 and the id of a grant. */
public record GrantPlace(long endsAt, String grantId) {

    public static final GrantPlace FIRST = new GrantPlace(0, "");

    public static GrantPlace of(Grant grant) {
        return new GrantPlace(grant.endsAt().toEpochMilli(), grant.id());
    }
}
