package org.relais.keycloak.grant;

/** A position in a list of grants by their end: milliseconds since 1970 and the id of a grant. */
public record GrantPosition(long endsAt, String grantId) {

    public static final GrantPosition FIRST = new GrantPosition(0, "");

    public static GrantPosition of(Grant grant) {
        return new GrantPosition(grant.endsAt().toEpochMilli(), grant.id());
    }

    /** As {@link #parse} reads it. */
    String text() {
        return endsAt + "/" + grantId;
    }

    static GrantPosition parse(String text) {
        String[] parts = text.split("/", 2);
        return new GrantPosition(Long.parseLong(parts[0]), parts[1]);
    }
}
