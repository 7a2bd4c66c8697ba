package org.relais.keycloak.rest.representation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.relais.keycloak.directory.record.Person;

/** A person whom a search has found. */
@Schema(name = "FoundPerson")
public record FoundPersonRepresentation(
        String id,
        String username,
        String name,
        String function,
        List<String> schools,

        @Schema(description = "How the person is in the group that was asked for; null if not at all, or if none was")
        MembershipView membership,

        @Schema(description = NamedReference.NAME_DECLARED) Boolean nameDeclared) {

    public static FoundPersonRepresentation of(Person person, MembershipView membership) {
        return new FoundPersonRepresentation(
                person.id(),
                person.username(),
                person.name(),
                person.function(),
                person.schools(),
                membership,
                person.nameDeclared());
    }

    /** How somebody is in a group. */
    @Schema(name = "Membership")
    public record MembershipView(
            @Schema(description = "OFFICIAL or GRANTED") String origin,

            @Schema(description = "The last day; null for an official member")
            String endsOn) {}
}
