package org.relais.keycloak.delivery.target;

import static org.relais.keycloak.delivery.target.DeliveryError.Scope.APPLICATION;
import static org.relais.keycloak.delivery.target.DeliveryError.Scope.PERSON;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.relais.keycloak.problem.ProblemCode;

/**
 * Why a delivery failed. The queue stores {@link #stored()}, the constant's name; the API answers {@link #code()}, the same
 * with {@code delivery-} before it. A constant is never renamed.
 */
public enum DeliveryError implements ProblemCode {
    /** No connection, or no answer in time. */
    UNREACHABLE(APPLICATION),
    /** The application asks to be left alone. */
    BUSY(APPLICATION),
    WRONG_ANSWER(APPLICATION),
    /** The secret is not in the vault, or it is malformed. */
    SECRET(APPLICATION),
    /** Something that no code is prepared for. */
    BROKEN(PERSON),
    /** A code that this release does not know; it is never stored, and people read the same as of {@link #BROKEN}. */
    UNKNOWN(APPLICATION),

    MOODLE_MAINTENANCE(APPLICATION),
    MOODLE_SERVICES_OFF(APPLICATION),
    MOODLE_TOKEN(APPLICATION),
    MOODLE_ACCESS(APPLICATION),
    MOODLE_PERMISSIONS(APPLICATION),
    /** An error of Moodle's own, of its database for instance. */
    MOODLE_TROUBLE(APPLICATION),
    /** The service lacks functions; found by the test of a target only. */
    MOODLE_FUNCTIONS(APPLICATION),
    /** The token's account does not see existing accounts; found by the test of a target only. */
    MOODLE_BLIND(APPLICATION),
    MOODLE_NO_MAIL(PERSON),
    MOODLE_USERNAME(PERSON),
    MOODLE_TOO_LONG(PERSON),
    MOODLE_SEARCH_REFUSED(PERSON),
    MOODLE_ACCOUNT_REFUSED(PERSON),
    MOODLE_ACCOUNT_OTHER(PERSON),
    MOODLE_COHORT_REFUSED(PERSON),
    MOODLE_COHORT_FOREIGN(PERSON),

    WEBHOOK_REFUSED(PERSON),
    WEBHOOK_REDIRECT(APPLICATION),
    /** The address is one that webhooks must not call. */
    WEBHOOK_ADDRESS(APPLICATION),
    /** The status that the address answered; found by the test of a target only. */
    WEBHOOK_STATUS(APPLICATION);

    /** What an error concerns. */
    enum Scope {
        /** One person: the others are delivered. */
        PERSON,
        /** The application as a whole: nobody can be delivered. */
        APPLICATION
    }

    private final Scope scope;

    DeliveryError(Scope scope) {
        this.scope = scope;
    }

    /** The error that a row of the queue holds; null for null, {@link #UNKNOWN} for a code that another release wrote. */
    public static DeliveryError ofStored(String stored) {
        return stored == null
                ? null
                : Arrays.stream(values())
                        .filter(error -> error.stored().equals(stored))
                        .findFirst()
                        .orElse(UNKNOWN);
    }

    /** The stored codes of the errors that concern one person. */
    public static Set<String> storedOfPeople() {
        return Arrays.stream(values())
                .filter(DeliveryError::concernsPerson)
                .map(DeliveryError::stored)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it concerns one person; otherwise the application does not work, whoever is delivered. */
    public boolean concernsPerson() {
        return scope == PERSON;
    }

    /** What the queue stores. */
    public String stored() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String code() {
        return "delivery-" + (this == UNKNOWN ? BROKEN : this).stored();
    }
}
