package org.relais.keycloak.school.importing;

/**
 * What a list says about a school; what is null stays as it is.
 *
 * @param line   the number of the line in a file, 0 if it comes from no file
 * @param uai    in upper case
 * @param closed whether the school has closed
 */
public record SchoolLine(int line, String uai, String name, String type, Boolean closed) {}
