package org.relais.keycloak.directory.index;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.relais.keycloak.directory.record.DeclaredNames;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.directory.record.PersonRow;
import org.relais.keycloak.directory.record.TrustedAttributes;
import org.relais.keycloak.school.Academy;
import org.relais.keycloak.school.DirectorySettings;
import org.relais.keycloak.school.PersonType;
import org.relais.keycloak.school.PersonTypes;

/**
 * A user as the index reads it.
 *
 * @param email    the verified address; null while it is not verified, since people may then enter whose they like
 * @param findable whether the account is enabled and not the service account of a client
 */
public record IndexedUser(
        String id,
        String username,
        String firstName,
        String lastName,
        String email,
        boolean findable,
        Map<String, List<String>> attributes) {

    public static IndexedUser of(UserModel user) {
        return new IndexedUser(
                user.getId(),
                user.getUsername(),
                user.getFirstName(),
                user.getLastName(),
                user.isEmailVerified() ? user.getEmail() : null,
                user.isEnabled() && user.getServiceAccountClientLink() == null,
                user.getAttributes());
    }

    /**
     * What a realm says about reading its accounts.
     *
     * @param namesCanBeDeclared whether its people can say themselves how they are called
     */
    public record Reading(
            Academy academy,
            List<String> typeAttributes,
            List<String> trusted,
            PersonTypes types,
            boolean namesCanBeDeclared) {

        public static Reading of(KeycloakSession session, RealmModel realm) {
            return new Reading(
                    Academy.of(realm),
                    DirectorySettings.of(realm).typeAttributes(),
                    TrustedAttributes.of(session, realm).trusted(),
                    PersonTypes.of(realm),
                    DeclaredNames.arePossible(session, realm));
        }

        public List<String> attributes() {
            return Stream.concat(
                            Stream.of(academy.functionsAttribute(), academy.schoolsAttribute()),
                            typeAttributes.stream())
                    .distinct()
                    .toList();
        }
    }

    /**
     * Whether managers may find the account. They find people without a type: the record of an assistant who has just begun
     * says nothing yet. An attribute that people can edit may hide them (somebody who claims to be a pupil is hidden), but
     * only a trusted attribute may show them.
     */
    public boolean isVisible(Reading reading) {
        return findable && !isHidden(reading);
    }

    /** Whether the person has a type that is not shown, and no shown type that a trusted attribute proves. */
    public boolean isHidden(Reading reading) {
        List<PersonType> said = reading.types().of(typeValues(reading, reading.attributes()));
        List<PersonType> believed = reading.types().of(typeValues(reading, reading.trusted()));
        return !said.stream().allMatch(PersonType::visible) && believed.stream().noneMatch(PersonType::visible);
    }

    PersonTokens tokens(Reading reading) {
        Set<String> types = reading.types().of(typeValues(reading, reading.trusted())).stream()
                .filter(PersonType::visible)
                .map(PersonType::id)
                .collect(Collectors.toSet());
        return PersonTokens.of(
                username, firstName, lastName, email, person(reading).schools(), types);
    }

    public Person person(Reading reading) {
        return new PersonRow(
                        id,
                        username,
                        firstName,
                        lastName,
                        believed(reading, reading.academy().functionsAttribute()),
                        believed(reading, reading.academy().schoolsAttribute()),
                        reading.namesCanBeDeclared() && !hasTrustedRecord(reading))
                .toPerson();
    }

    private boolean hasTrustedRecord(Reading reading) {
        return reading.trusted().stream()
                .flatMap(name -> attributes.getOrDefault(name, List.of()).stream())
                .anyMatch(value -> value != null && !value.isBlank());
    }

    private List<String> believed(Reading reading, String attribute) {
        return reading.trusted().contains(attribute) ? attributes.getOrDefault(attribute, List.of()) : List.of();
    }

    private Set<String> typeValues(Reading reading, Collection<String> readable) {
        return readable.stream()
                .flatMap(name -> attributes.getOrDefault(name, List.of()).stream()
                        .map(value -> name.equals(reading.academy().functionsAttribute())
                                ? value.substring(value.indexOf('$') + 1)
                                : value))
                .collect(Collectors.toSet());
    }
}
