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

        @Schema(description = "What an administrator should put right")
        List<ErrorView> warnings) {

    /** A profile in short. */
    @Schema(name = "Profile")
    public record ProfileView(
            String suffix, String label, String population, List<String> managedBy, List<String> clients) {}
}
