package org.relais.keycloak.school.importing;

import org.relais.keycloak.problem.Problem;

/**
 * What is wrong, or odd, with one line of a file.
 *
 * @param line    its number in the file
 * @param subject what the line is about, as written
 */
public record LineRemark(int line, String subject, Problem problem) {}
