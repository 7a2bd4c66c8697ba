package org.relais.keycloak.problem;

import java.util.Locale;

/**
 * A kind of problem, one constant of an enum in the room that finds it. The constant's name is the code that the API answers
 * ({@code ALREADY_GRANTED}: {@code already-granted}) and, with {@code relais-} before it, the key of the message that people
 * read.
 */
public interface ProblemCode {

    /** The constant's name. */
    String name();

    /** Stable and machine-readable: clients may depend on it. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Under which key the themes' messages hold the sentence that people read. */
    default String messageKey() {
        return "relais-" + code();
    }
}
