package org.relais.keycloak.directory;

import java.util.List;

/**
 * A realm user as the directory shows it: nothing more leaves it.
 *
 * @param username what people call the identifier
 * @param name     first and last name; the identifier if there is neither
 * @param function the codes of the person's functions ({@code AES, ENS}); null if unknown
 * @param schools  the UAIs of the person's schools
 */
public record Person(String id, String username, String name, String function, List<String> schools) {}
