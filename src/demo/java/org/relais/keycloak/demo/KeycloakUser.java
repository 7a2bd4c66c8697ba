package org.relais.keycloak.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A user as Keycloak's import reads it; only the fields the demo needs, in the order they are written. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record KeycloakUser(
        UUID id,
        String username,
        String firstName,
        String lastName,
        String email,
        boolean emailVerified,
        boolean enabled,
        Map<String, List<String>> attributes,
        List<Password> credentials,
        List<String> realmRoles,
        Map<String, List<String>> clientRoles,
        List<String> groups) {

    static KeycloakUser of(DemoPerson person) {
        return new KeycloakUser(
                UUID.nameUUIDFromBytes(("academie/" + person.username()).getBytes(UTF_8)),
                person.username(),
                person.firstName(),
                person.lastName(),
                person.username() + "@academie.example",
                true,
                true,
                attributesOf(person),
                List.of(Password.DEMO),
                List.of("default-roles-academie"),
                person.administrator() ? Map.of("realm-management", List.of("realm-admin")) : Map.of(),
                person.schools().stream()
                        .map(school -> school.groupPath(person.function()))
                        .toList());
    }

    private static Map<String, List<String>> attributesOf(DemoPerson person) {
        var function = person.function();
        if (function == null) {
            return Map.of();
        }
        var attributes = new TreeMap<String, List<String>>();
        attributes.put("title", List.of(function.name()));
        if (!person.schools().isEmpty()) {
            attributes.put(
                    "ENTPersonFonctions",
                    person.schools().stream().map(function::in).toList());
            attributes.put(
                    "ENTPersonStructRattach",
                    person.schools().stream().map(DemoSchool::uai).toList());
        }
        return attributes;
    }
}
