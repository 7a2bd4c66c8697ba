package org.relais.keycloak.delivery;

import java.util.Set;

/** Whom an error is about: one person, or the application as a whole. */
public final class Fault {

    static final Set<String> OF_PEOPLE = Set.of(
            "moodle-no-mail",
            "moodle-username",
            "moodle-too-long",
            "moodle-search-refused",
            "moodle-account-refused",
            "moodle-account-other",
            "moodle-cohort-refused",
            "moodle-cohort-foreign",
            "webhook-refused",
            "broken");

    private Fault() {}

    /** Whether the application does not work, whoever is concerned. */
    public static boolean isOfTheWhole(String error) {
        return !OF_PEOPLE.contains(error);
    }
}
