package org.relais.keycloak.rest.representation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.relais.keycloak.rest.http.ErrorRepresentation;

/** The state of Relais in a realm. */
@Schema(name = "Status")
public record StatusRepresentation(
        String version,
        String keycloakVersion,

        @Schema(description = "Whether the realm has profiles")
        boolean configured,

        @Schema(description = "Whether the caller may change accesses and schools: the role manage-users")
        boolean mayManage,

        @Schema(description = "Whether the caller may set the realm up: the role manage-realm")
        boolean mayConfigure,

        String schoolsRoot,
        String timeZone,
        GateRepresentation gate,
        RecordView record,
        DirectoryView directory,
        List<ProfileView> profiles,
        MailsView mails,

        @Schema(description = "What an administrator should put right")
        List<ErrorRepresentation> warnings) {

    /** How official memberships follow the record. */
    @Schema(name = "Record")
    public record RecordView(
            @Schema(description = "Whether they follow it") boolean followed,

            @Schema(description = "When everybody was last gone through")
            String startedAt,

            @Schema(description = "Null while that is under way")
            String endedAt,

            long examined) {}
    /** How the mails stand. */
    @Schema(name = "Mails")
    public record MailsView(
            @Schema(description = "Whether the realm has a mail server; without one nothing is sent")
            boolean server,

            @Schema(description = "How many notices wait to be sent")
            long waiting,

            @Schema(format = "date-time", description = "Since when the oldest has been waiting")
            String since,

            @Schema(description = "Why that one could not be sent yet", examples = "MailConnectException")
            String lastError,

            @Schema(description = "How many were given up in the last thirty days")
            long givenUp) {}

    /** How the search index stands. */
    @Schema(name = "Directory")
    public record DirectoryView(
            @Schema(description = "When the latest comparison with all accounts began; null if there was none")
            String startedAt,

            @Schema(description = "Null while it is under way")
            String endedAt,

            @Schema(description = "Accounts compared so far")
            long compared,

            @Schema(description = "Entries that differed and were written")
            long written,

            @Schema(description = "Seconds since the index was last equal to all accounts; null if it never was")
            Long ageSeconds) {}

    /** A profile in short. */
    @Schema(name = "Profile")
    public record ProfileView(
            String suffix, String label, String population, List<String> managedBy, List<String> clients) {}
}
