package org.relais.keycloak.rest.representation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether an application has received the access of a person or of a group. */
@Schema(name = "Delivery")
public record DeliveryRepresentation(
        @Schema(description = "Name of the target that feeds the application", examples = "Moodle")
        String target,

        @Schema(enumeration = {"WAITING", "DONE", "FAILING"})
        String state,

        @Schema(description = "How many people wait") long waiting,

        @Schema(format = "date-time", description = "Since when all is done; of a person only")
        String doneAt,

        @Schema(format = "date-time", description = "When it is tried again")
        String retryAt,

        @Schema(description = "The same in a sentence") String text) {}
