package org.relais.keycloak.rest.representation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.relais.keycloak.directory.record.Person;

/** A grant as the API shows it. */
@Schema(name = "Grant", description = "A dated access that a manager gave")
public record GrantRepresentation(
        String id,
        String groupId,
        @Schema(examples = "0359001U_AES") String groupName,

        @Schema(description = "UAI of the school", examples = "0359001U")
        String uai,

        @Schema(description = "Null while the grant waits for an account")
        String userId,

        @Schema(description = "Name of the person; null while the grant waits for an account")
        String personName,

        @Schema(description = "What a pending grant waits for: an identifier or a mail address")
        String identifier,

        @Schema(
                description =
                        "Who now has the name that a pending grant waits for, until somebody confirms; null for nobody")
        Person claimedBy,

        @Schema(enumeration = {"PENDING", "ACTIVE", "ENDED"})
        String status,

        @Schema(description = "Why it is over: EXPIRED, REMOVED, LEFT_GROUP …; null while it runs")
        String endCause,

        @Schema(format = "date") String startsOn,

        @Schema(format = "date", description = "The last day, included, in the realm's time zone")
        String endsOn,

        String reason,
        NamedReference grantedBy,
        @Schema(format = "date-time") String grantedAt,
        NamedReference endedBy,
        @Schema(format = "date-time") String endedAt,

        @Schema(description = "Identifier of the person's account; null while the grant waits for an account")
        String personUsername,

        @Schema(description = NamedReference.NAME_DECLARED) Boolean personNameDeclared) {

    /** Whom a manager has confirmed as the person for whom an access waits. */
    @Schema(name = "Confirmation")
    public record Confirmation(
            @Schema(description = "The id in claimedBy of the grant, as it was shown", required = true)
            String userId) {}
}
