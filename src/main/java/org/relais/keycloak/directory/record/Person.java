package org.relais.keycloak.directory.record;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;

/**
 * A realm user as the directory shows it: nothing more leaves it.
 *
 * @param username what people call the identifier
 * @param name     first and last name; the identifier if there is neither
 * @param function the codes of the person's functions ({@code AES, ENS}); null if unknown
 * @param schools  the UAIs of the person's schools
 * @param nameDeclared true if the person may have said the name: there is no trusted record, and people of the realm can; else
 *                     null, so that nothing is shown of it
 */
public record Person(
        String id, String username, String name, String function, List<String> schools, Boolean nameDeclared) {

    /** Somebody whose name is believed. */
    public Person(String id, String username, String name, String function, List<String> schools) {
        this(id, username, name, function, schools, null);
    }

    /** How a user is called: by first and last name, or by the identifier. */
    public static String nameOf(UserModel user) {
        return nameOf(user.getFirstName(), user.getLastName(), user.getUsername());
    }

    static String nameOf(String firstName, String lastName, String username) {
        String name = Stream.of(firstName, lastName)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return name.isEmpty() ? username : name;
    }
}
