package org.relais.keycloak.rest.representation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.relais.keycloak.rest.csv.LineRepresentation;

/** A change of many schools in the background, with its progress. */
@Schema(name = "SchoolImport")
public record SchoolImportRepresentation(
        String id,
        NamedReference startedBy,
        @Schema(format = "date-time") String startedAt,

        @Schema(format = "date-time", description = "Null while it goes on")
        String finishedAt,

        @Schema(description = "How many schools there were to change")
        int total,

        int done,
        int created,
        int changed,

        @Schema(description = "How many groups it has created")
        int groups,

        @Schema(description = "Schools that could not be changed")
        List<LineRepresentation> failed) {}
