package org.relais.keycloak.bench.report;

import java.util.Locale;

/** Numbers as a reader can compare them: three digits that matter, no more. */
final class Numbers {

    private Numbers() {}

    /** Milliseconds. */
    static String millis(double value) {
        return number(value) + " ms";
    }

    static String number(double value) {
        if (value >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }

    static String times(double ratio) {
        return number(ratio) + "×";
    }

    static String people(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
