package org.relais.keycloak.platform;

/** The conditions of a query whose caller may want some of them and not the others; each begins with {@code and}. */
public final class Conditions {

    private final StringBuilder text = new StringBuilder();

    /** Adds a condition unless what is wanted is null. */
    public Conditions add(Object wanted, String condition) {
        if (wanted != null) {
            text.append(" and ").append(condition);
        }
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
