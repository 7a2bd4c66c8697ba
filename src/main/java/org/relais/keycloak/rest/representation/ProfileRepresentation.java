package org.relais.keycloak.rest.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A profile in the administrators' list, with its use. */
@Schema(name = "ProfileEntry")
public record ProfileRepresentation(
        @Schema(description = "Under which it is changed: /admin/realms/{realm}/components/{id}")
        String componentId,

        String suffix,
        String labelFr,
        String labelEn,

        @Schema(enumeration = {"OFFICIAL", "GRANTED", "MIXED"})
        String population,

        List<String> managedBy,
        List<String> together,
        List<Application> applications,

        @Schema(description = "How many schools have its group")
        long groups,

        @Schema(description = "How many open schools have none")
        long lacking) {

    /** An application it opens. */
    @Schema(name = "ProfileApplication")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Application(
            @Schema(examples = "pronote-{uai}") String clientId,
            boolean perSchool,

            @Schema(description = "Whether there is such a client; absent for one per school")
            Boolean exists) {}
}
