package org.relais.keycloak.rest.representation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.relais.keycloak.school.School;

/** One of the caller's own groups and what it opens. */
@Schema(name = "Access")
public record AccessRepresentation(
        @Schema(examples = "0359001U_AES") String group,
        String label,
        School school,
        @Schema(enumeration = {"OFFICIAL", "GRANTED"}) String origin,

        @Schema(format = "date", description = "Last day of a granted access; null for an official one")
        String endsOn,

        List<ApplicationRepresentation> applications) {}
