package org.relais.keycloak.bench.seed;

/** What a person is in the academy, how many of a million are, and what the federated directory says of them. */
public enum Kind {
    HEAD(3_000, "DIR", "National_DIR"),
    TEACHER(42_500, "ENS", "National_ENS"),
    AESH(6_700, "AES", "National_EVS"),
    ASSISTANT(5_000, "AED", "National_EVS"),
    LIBRARIAN(800, "DOC", "National_DOC"),
    PARENT(362_000, null, "National_TUT"),
    PUPIL(580_000, null, "National_ELV");

    private static final int MILLION = 1_000_000;

    private final int ofAMillion;
    final String function;
    final String nationalProfile;

    Kind(int ofAMillion, String function, String nationalProfile) {
        this.ofAMillion = ofAMillion;
        this.function = function;
        this.nationalProfile = nationalProfile;
    }

    /** How many of {@code people} there are; at least some, so that small realms have heads and groups with members. */
    int among(int people) {
        return (int) Math.max((long) ofAMillion * people / MILLION, Math.min(ofAMillion, people / 25L));
    }

    boolean isStaff() {
        return function != null;
    }
}
