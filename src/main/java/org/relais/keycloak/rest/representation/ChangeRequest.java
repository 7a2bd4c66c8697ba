package org.relais.keycloak.rest.representation;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The body of a change set. */
@Schema(name = "ChangeSet", description = "All of it is done, or nothing")
public record ChangeRequest(
        @Schema(description = "People to give an access to") List<NewcomerRequest> add,

        @Schema(description = "Id of a group whose present members are added too")
        String addGroup,

        @Schema(description = "Ids of grants to end") List<String> remove,

        @Schema(description = "Last day, included; what the profile suggests if absent")
        LocalDate endsOn,

        String reason,

        @Schema(description = "Suffixes of groups of the same school in which the same is done")
        List<String> together) {

    /** Somebody to be added. */
    @Schema(name = "Newcomer", description = "Exactly one of the two")
    public record NewcomerRequest(
            @Schema(description = "Id of an account") String userId,

            @Schema(description = "Identifier or mail address, of an account or of somebody who has none yet")
            String identifier) {}
}
