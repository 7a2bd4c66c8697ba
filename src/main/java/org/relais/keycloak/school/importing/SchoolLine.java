package org.relais.keycloak.school.importing;

/**
 * What somebody says of a school; what is null is not said and stays as it is.
 *
 * @param line   where it is said: the number of a line in a file, 0 if in none
 * @param uai    in upper case
 * @param closed whether the school has closed
 */
public record SchoolLine(int line, String uai, String name, String type, Boolean closed) {}
