package org.relais.keycloak.rest.representation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An application that a group opens. */
@Schema(name = "Application")
public record ApplicationRepresentation(
        @Schema(examples = "pronote-0359001U") String clientId,

        @Schema(description = "Its name in the realm; the client id if it has none")
        String name,

        @Schema(description = "Whether it has been told; null where it asks by itself")
        DeliveryRepresentation delivery,

        @Schema(description = "What people have to do for it besides, from the client attribute relais.note.<language>")
        String note) {

    ApplicationRepresentation with(DeliveryRepresentation state) {
        return new ApplicationRepresentation(clientId, name, state, note);
    }
}
