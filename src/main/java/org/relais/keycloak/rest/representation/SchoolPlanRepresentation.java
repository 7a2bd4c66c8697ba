package org.relais.keycloak.rest.representation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.relais.keycloak.rest.csv.LineRepresentation;

/** The plan that a file of schools leads to: counts of all changes, and the first of each kind. */
@Schema(name = "SchoolPlan")
public record SchoolPlanRepresentation(
        boolean dryRun,

        @Schema(description = "Lines of schools in the file")
        int lines,

        int created,
        int changed,
        int unchanged,

        @Schema(description = "Of those changed, how many are marked as closed")
        int closed,

        @Schema(description = "How many groups there are to create")
        int groups,

        int refused,
        int warned,
        @Schema(description = "What changes, line by line") List<Step> steps,

        @Schema(description = "Lines that are left out, and why")
        List<LineRepresentation> refusedLines,

        @Schema(description = "Lines that are taken, and what is odd about them")
        List<LineRepresentation> warnings,

        @Schema(description = "What goes on in the background now; null for a dry run")
        SchoolImportRepresentation started) {

    /** What changes for one school. */
    @Schema(name = "SchoolStep")
    public record Step(
            int line,
            String uai,
            String name,

            @Schema(enumeration = {"CREATED", "CHANGED", "UNCHANGED"})
            String outcome,

            @Schema(description = "Fields that change") List<String> changed,
            @Schema(description = "Groups to create") int groups) {}
}
