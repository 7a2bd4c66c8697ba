package org.relais.keycloak.rest.representation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.relais.keycloak.rest.http.ErrorRepresentation;

/** The result of a bulk change for each grant, or what it would be. */
@Schema(name = "GrantsChanged")
public record BulkAnswer(
        boolean dryRun,
        int done,
        int refused,
        List<Line> lines,

        @Schema(description = "The cursor for those that follow; null at the end")
        String next) {

    /** One grant. */
    @Schema(name = "GrantChangedLine")
    public record Line(
            String grantId,

            @Schema(description = "As it is now; null if there is no such grant")
            GrantRepresentation grant,

            @Schema(
                    enumeration = {"DONE", "POSSIBLE", "REFUSED"},
                    description = "POSSIBLE only in a dry run")
            String outcome,

            @Schema(description = "Why it is refused") List<ErrorRepresentation> errors) {}
}
