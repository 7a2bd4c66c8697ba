package org.relais.keycloak.bench.seed;

/** Ids in Keycloak's form that follow from a number: nobody has to look up what was written. */
final class Ids {

    static final int PERSON = 1;
    static final int SCHOOL = 2;
    static final int GROUP = 3;
    static final int ATTRIBUTE = 4;
    static final int GRANT = 5;
    static final int CREDENTIAL = 6;
    static final int CLIENT = 7;
    static final int ROOT = 8;
    static final int JOURNAL = 9;

    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private Ids() {}

    /** Ids of following numbers lie apart, as random ones do. */
    static String of(int kind, long number) {
        long mixed = (number + 1) * SPREAD;
        return "%08x-%04x-4%03x-8%03x-%012x"
                .formatted(mixed >>> 32, mixed >>> 16 & 0xFFFF, mixed >>> 4 & 0xFFF, kind, number);
    }
}
