package org.relais.keycloak.problem;

import java.util.List;

/** There is no such thing in what the caller may see; whether it exists elsewhere is not said. */
public final class NotFound extends Refusal {

    private static final long serialVersionUID = 1L;

    /** @param what which kind of thing: {@link CommonProblem#NOT_FOUND_GROUP} and its like */
    public NotFound(ProblemCode what) {
        super(List.of(Problem.general(what)));
    }
}
