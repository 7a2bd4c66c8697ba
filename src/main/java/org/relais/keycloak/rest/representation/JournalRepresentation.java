package org.relais.keycloak.rest.representation;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A journal entry as the API shows it. */
@Schema(name = "JournalEntry")
public record JournalRepresentation(
        String id,
        @Schema(format = "date-time") String at,
        NamedReference actor,

        @Schema(
                enumeration = {
                    "GIVEN",
                    "ACTIVATED",
                    "CHANGED",
                    "ENDED",
                    "JOINED",
                    "LEFT",
                    "DELEGATED",
                    "DELEGATION_ENDED",
                    "DELEGATION_CONFIRMED",
                    "LINES_REFUSED",
                    "WOULD_REFUSE"
                })
        String action,

        String groupId,
        String groupName,

        @Schema(description = "Whom it concerns; absent where that is no account")
        NamedReference person,

        String grantId,

        @Schema(implementation = Object.class, description = "Days, reason, cause and the like, by name") @JsonRawValue
        String details) {}
