package org.relais.keycloak.rest.representation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A school as administrators see it in a list. */
@Schema(name = "SchoolEntry")
public record SchoolRepresentation(
        String id,
        @Schema(examples = "0359001U") String uai,
        String name,
        String type,

        @Schema(description = "It has closed: kept with its history, without new grants")
        boolean closed,

        @Schema(description = "How many managed groups it has")
        int groups,

        @Schema(description = "How many profiles it has no group of")
        int lacking,

        Heads heads) {

    /** The official members of the groups that manage others. */
    @Schema(name = "SchoolHeads")
    public record Heads(
            int count,

            @Schema(description = "Their names while they are few")
            List<NamedReference> people) {}
}
