package org.relais.keycloak.rest.representation;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Names the grants to end or to renew, or the search that finds them. */
@Schema(name = "GrantsToChange", description = "Exactly one of ids and search")
public record BulkRequest(
        @Schema(description = "Ids of grants, at most 500") List<String> ids,

        @Schema(description = "Those that run and that a search finds, by their end, 500 at a time")
        Search search,

        @Schema(description = "Where the last answer stopped")
        String cursor,

        @Schema(description = "Only tells what would be done")
        Boolean dryRun,

        @Schema(description = "New last day, included; for a renewal")
        LocalDate endsOn,

        @Schema(description = "New reason; for a renewal, null to leave it")
        String reason) {

    /** As the parameters of the list of grants. */
    @Schema(name = "GrantSearch")
    public record Search(String school, String profile, String person, String grantedBy, String endingBefore) {}
}
