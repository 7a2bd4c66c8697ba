package org.relais.keycloak.rest.representation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.relais.keycloak.directory.record.Person;

/** All that Relais keeps about one person, to answer a request under data-protection law. */
@Schema(name = "PersonExport")
public record PersonExport(
        Person person,

        @Schema(
                description = "The accesses the person has or had",
                type = SchemaType.ARRAY,
                implementation = GrantRepresentation.class)
        Iterable<GrantRepresentation> accesses,

        @Schema(
                description = "The accesses the person gave to others",
                type = SchemaType.ARRAY,
                implementation = GrantRepresentation.class)
        Iterable<GrantRepresentation> given,

        @Schema(
                description = "What is told of the person, and what the person did, the oldest first",
                type = SchemaType.ARRAY,
                implementation = JournalRepresentation.class)
        Iterable<JournalRepresentation> journal,

        @Schema(description = "The managed groups the person is in now")
        List<Membership> groups,

        @Schema(description = "Delegations to the person and by the person")
        List<Delegated> delegations,

        @Schema(description = "What the person was told by mail of late, or is to be told")
        List<Mail> mails,

        @Schema(description = "What applications hold of the person")
        List<Holding> holdings,

        @Schema(description = "What applications are still to be told of the person")
        List<Waiting> deliveries) {

    /** A membership of a managed group. */
    @Schema(name = "Membership")
    public record Membership(
            String group,
            String uai,
            @Schema(enumeration = {"OFFICIAL", "GRANTED"}) String origin) {}

    /** A delegation. */
    @Schema(name = "ExportedDelegation")
    public record Delegated(
            String id,
            String groupId,
            @Schema(enumeration = {"USER", "GROUP"}) String principalType,
            String principalId,
            String grantedBy,
            @Schema(format = "date-time") String grantedAt,
            @Schema(format = "date") String endsOn) {}

    /** A mail: what it was about, and what became of it. */
    @Schema(name = "ExportedMail")
    public record Mail(
            String kind,

            @Schema(description = "The access or delegation it was about")
            String subjectId,

            @Schema(enumeration = {"WAITING", "SENT", "NEEDLESS", "GIVEN_UP"})
            String state,

            @Schema(format = "date-time") String createdAt,
            @Schema(format = "date-time") String doneAt) {}

    /** What an application holds. */
    @Schema(name = "ExportedHolding")
    public record Holding(
            String application,

            @Schema(description = "Where in the application the person has access, by the application's own names")
            List<String> places,

            @Schema(description = "By which the application knows the person")
            String remoteId,

            @Schema(format = "date-time") String deliveredAt) {}

    /** A delivery to an application that is still due. */
    @Schema(name = "ExportedDelivery")
    public record Waiting(
            String application,
            @Schema(format = "date-time") String requestedAt,
            @Schema(format = "date-time") String nextAt,
            @Schema(description = "What the last try met") String error) {}
}
