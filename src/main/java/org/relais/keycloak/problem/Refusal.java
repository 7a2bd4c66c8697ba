package org.relais.keycloak.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Something that is not done, and why. Nothing has been changed when it is thrown, or the transaction is rolled back. */
public abstract sealed class Refusal extends RuntimeException
        permits NotFound,
                NotAllowed,
                NotAuthenticated,
                InvalidInput,
                ChangeRejected,
                Conflict,
                TooLarge,
                TooManyRequests,
                WrongContentType {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    Refusal(List<Problem> problems) {
        super(problems.stream().map(Problem::code).collect(Collectors.joining(", ")));
        this.problems = problems;
    }

    public List<Problem> problems() {
        return problems;
    }
}
