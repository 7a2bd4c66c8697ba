package org.relais.keycloak.rest.representation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A manager of a group: by its profile without end, or by delegation until a day. */
@Schema(name = "Manager")
public record ManagerRepresentation(
        @Schema(description = "Id of the delegation; for a manager by profile, the id of the group")
        String id,

        @Schema(enumeration = {"USER", "GROUP"}) String type,
        String principalId,
        String name,

        @Schema(description = "Whether the profile says so, rather than a delegation")
        boolean byProfile,

        @Schema(format = "date", description = "Last day of a delegation")
        String endsOn,

        @Schema(description = "Identifier of a person's account")
        String username,

        @Schema(description = NamedReference.NAME_DECLARED) Boolean nameDeclared,

        @Schema(
                description =
                        "Whether a delegation gives no right until somebody confirms it, because whoever gave it manages"
                                + " the group no longer")
        boolean toConfirm) {}
