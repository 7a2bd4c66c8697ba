package org.relais.keycloak.delivery.moodle;

/** An account in a cohort; {@code userId} is whose it is, null if nobody knows. */
record CohortMembership(String userId, String accountId, Cohort cohort) {}
