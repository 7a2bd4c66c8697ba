package org.relais.keycloak.rest.representation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.relais.keycloak.rest.http.ErrorRepresentation;

/** The result of a file of grants line by line, or what it would be. */
@Schema(name = "GrantImport")
public record GrantImportRepresentation(
        boolean dryRun,
        int given,

        @Schema(description = "How many wait for an account")
        int awaited,

        int refused,
        List<Line> lines,

        @Schema(description = "The refused lines as a CSV file to correct and send again; null if there are none")
        String refusedCsv) {

    /** Without the lines: each access has its own in the journal. */
    public GrantImportRepresentation inShort() {
        return new GrantImportRepresentation(dryRun, given, awaited, refused, List.of(), null);
    }

    /** A line of the file. */
    @Schema(name = "GrantImportLine")
    public record Line(
            int line,
            String identifier,
            String uai,
            String suffix,

            @Schema(
                    enumeration = {"GIVEN", "AWAITED", "POSSIBLE", "REFUSED"},
                    description = "POSSIBLE only in a dry run")
            String outcome,

            String grantId,
            @Schema(description = "Why it is refused") List<ErrorRepresentation> errors) {}
}
