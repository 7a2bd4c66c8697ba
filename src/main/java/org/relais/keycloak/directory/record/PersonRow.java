package org.relais.keycloak.directory.record;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A user as stored, with the values of the two attributes that the directory reads.
 *
 * @param nameDeclared whether the person may have said the name
 */
public record PersonRow(
        String id,
        String username,
        String firstName,
        String lastName,
        List<String> functions,
        List<String> schools,
        boolean nameDeclared) {

    private static final String SEPARATOR = "$";

    public Person toPerson() {
        String codes = functions.stream()
                .filter(value -> value.contains(SEPARATOR))
                .map(value -> value.substring(value.indexOf(SEPARATOR) + 1))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        List<String> uais = Stream.concat(
                        functions.stream()
                                .filter(value -> value.contains(SEPARATOR))
                                .map(value -> value.substring(0, value.indexOf(SEPARATOR))),
                        schools.stream())
                .distinct()
                .sorted()
                .toList();
        String name = Person.nameOf(firstName, lastName, username);
        return new Person(
                id,
                username,
                name,
                codes.isEmpty() ? null : codes,
                uais,
                nameDeclared && !name.equals(username) ? true : null);
    }
}
