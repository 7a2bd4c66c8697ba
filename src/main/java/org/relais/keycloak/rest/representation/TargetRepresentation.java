package org.relais.keycloak.rest.representation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.relais.keycloak.rest.http.ErrorRepresentation;

/** An application that Relais delivers accesses to, with its queue and its last reconciliation. */
@Schema(name = "Target")
public record TargetRepresentation(
        String id,
        @Schema(examples = "Moodle") String name,

        @Schema(examples = "relais-moodle") String kind,

        @Schema(description = "The applications it feeds") List<String> clients,

        @Schema(description = "How many people wait") long waiting,

        @Schema(description = "How many of them have been tried in vain")
        long failed,

        @Schema(format = "date-time") String oldest,
        @Schema(format = "date-time") String nextAt,

        @Schema(description = "What a try met; null if it met nothing")
        ErrorRepresentation error,

        ReconciliationView reconciliation) {

    /** The comparison under way, or the last one. */
    @Schema(name = "Reconciliation")
    public record ReconciliationView(
            @Schema(format = "date-time") String startedAt,
            @Schema(format = "date-time") String finishedAt,
            long places,
            long missing,
            long surplus,
            long strangers,
            ErrorRepresentation error) {}

    /** What a target answered to a test. */
    @Schema(name = "TargetTest")
    public record Test(boolean good, String name, String version, List<ErrorRepresentation> problems) {}

    /** Somebody who waits. */
    @Schema(name = "WaitingPerson")
    public record Waiting(
            String userId,
            String username,
            @Schema(format = "date-time") String requestedAt,
            @Schema(format = "date-time") String nextAt,
            int attempts,
            ErrorRepresentation error) {}
}
