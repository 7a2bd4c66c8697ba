package org.relais.keycloak.problem;

import java.util.List;

/**
 * One thing that is wrong with a request.
 *
 * @param field  the field of the request it concerns, as the caller wrote it ({@code add[3].userId}); null if it concerns the whole
 * @param code   stable and machine-readable; the text people read is the message {@code relais-<code>}
 * @param params what fills the message, in its order
 */
public record Problem(String field, String code, List<Object> params) {

    public static Problem at(String field, ProblemCode code, Object... params) {
        return new Problem(field, code.code(), List.of(params));
    }

    public static Problem general(ProblemCode code, Object... params) {
        return new Problem(null, code.code(), List.of(params));
    }
}
