package org.relais.keycloak.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How Relais stands in a realm. */
@Schema(name = "Status")
public record StatusView(
        String version,
        String keycloakVersion,

        @Schema(description = "Whether the realm has profiles")
        boolean configured,

        String schoolsRoot,
        String timeZone,
        GateView gate,
        List<ProfileView> profiles,
        MailsView mails,

        @Schema(description = "What an administrator should put right")
        List<ErrorView> warnings) {

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

    /** A profile in short. */
    @Schema(name = "Profile")
    public record ProfileView(
            String suffix, String label, String population, List<String> managedBy, List<String> clients) {}
}
