package org.relais.keycloak.rest.csv;

import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.rest.http.ProblemMessages;

/**
 * What is wrong, or odd, with a line of a file.
 *
 * @param subject what the line is about, as written
 */
public record FileProblem(int line, String subject, Problem problem) {

    public LineRepresentation show(ProblemMessages problemMessages) {
        return new LineRepresentation(line, subject, problemMessages.errorOf(problem));
    }
}
