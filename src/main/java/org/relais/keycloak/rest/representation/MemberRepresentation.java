package org.relais.keycloak.rest.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.relais.keycloak.directory.record.Person;

/** A member of a group, or a person whom the group awaits. */
@Schema(name = "Member")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberRepresentation(
        @Schema(description = "Absent for a pending member") Person person,

        @Schema(description = "What a pending member is awaited under")
        String identifier,

        @Schema(enumeration = {"OFFICIAL", "GRANTED", "PENDING"})
        String origin,

        @Schema(description = "Absent for an official member")
        GrantRepresentation grant) {}
