package org.relais.keycloak.rest;

import org.relais.keycloak.problem.Problem;

/**
 * What is wrong, or odd, with a line of a file.
 *
 * @param subject what the line is about, as written
 */
record FileProblem(int line, String subject, Problem problem) {

    LineView show(Wording wording) {
        return new LineView(line, subject, wording.errorOf(problem));
    }
}
