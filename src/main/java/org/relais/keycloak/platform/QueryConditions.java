package org.relais.keycloak.platform;

/** Narrows a query by what a search asks for; what it leaves null does not matter. */
public final class QueryConditions {

    private final StringBuilder conditions = new StringBuilder();

    /** Adds a condition unless nothing is wanted of it. */
    public QueryConditions and(Object wanted, String condition) {
        if (wanted != null) {
            conditions.append(" and ").append(condition);
        }
        return this;
    }

    /** To be put behind another condition; empty if everything is wanted. */
    public String text() {
        return conditions.toString();
    }
}
