package org.relais.keycloak.rest;

import org.relais.keycloak.delivery.target.Secret;
import org.relais.keycloak.problem.Problem;

/** What targets failed with, in words for administrators. */
final class Troubles {

    private Troubles() {}

    static Problem of(String error) {
        return switch (error) {
            case "unreachable" -> Problem.general("delivery-unreachable");
            case "busy" -> Problem.general("delivery-busy");
            case "wrong-answer" -> Problem.general("delivery-wrong-answer");
            case Secret.UNREADABLE -> Problem.general("delivery-secret");
            case "moodle-maintenance" -> Problem.general("delivery-moodle-maintenance");
            case "moodle-services-off" -> Problem.general("delivery-moodle-services-off");
            case "moodle-token" -> Problem.general("delivery-moodle-token");
            case "moodle-access" -> Problem.general("delivery-moodle-access");
            case "moodle-permissions" -> Problem.general("delivery-moodle-permissions");
            case "moodle-no-mail" -> Problem.general("delivery-moodle-no-mail");
            case "moodle-username" -> Problem.general("delivery-moodle-username");
            case "moodle-too-long" -> Problem.general("delivery-moodle-too-long");
            case "moodle-trouble" -> Problem.general("delivery-moodle-trouble");
            case "moodle-search-refused" -> Problem.general("delivery-moodle-search-refused");
            case "moodle-account-refused" -> Problem.general("delivery-moodle-account-refused");
            case "moodle-account-other" -> Problem.general("delivery-moodle-account-other");
            case "moodle-cohort-refused" -> Problem.general("delivery-moodle-cohort-refused");
            case "moodle-cohort-foreign" -> Problem.general("delivery-moodle-cohort-foreign");
            case "webhook-refused" -> Problem.general("delivery-webhook-refused");
            case "webhook-redirect" -> Problem.general("delivery-webhook-redirect");
            case "webhook-address" -> Problem.general("delivery-webhook-address");
            default -> Problem.general("delivery-broken");
        };
    }
}
