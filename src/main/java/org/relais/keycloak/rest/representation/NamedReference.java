package org.relais.keycloak.rest.representation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.relais.keycloak.directory.record.Person;

/**
 * A person whom something else mentions.
 *
 * @param name null if the account no longer exists, or for the server itself, whose id is {@code system}
 */
@Schema(name = "Ref")
public record NamedReference(
        String id,
        String name,

        @Schema(
                description = "The administrator who acted in this person's session, by impersonation;"
                        + " absent where the person acted")
        NamedReference impersonator,

        @Schema(description = "Identifier of the account; present where the name may be one the person said")
        String username,

        @Schema(description = NamedReference.NAME_DECLARED) Boolean nameDeclared) {

    static final String NAME_DECLARED = "True if the person may have said the name: there is no trusted record of the"
            + " person, and people of the realm can choose their names; absent otherwise";

    public NamedReference(String id, String name) {
        this(id, name, null, null, null);
    }

    public static NamedReference of(Person person) {
        return of(person.id(), person, null);
    }

    /** @param person null if the account no longer exists */
    static NamedReference of(String id, Person person, NamedReference impersonator) {
        return person == null
                ? new NamedReference(id, null, impersonator, null, null)
                : new NamedReference(
                        id,
                        person.name(),
                        impersonator,
                        person.nameDeclared() == null ? null : person.username(),
                        person.nameDeclared());
    }
}
