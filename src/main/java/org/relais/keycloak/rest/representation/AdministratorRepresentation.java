package org.relais.keycloak.rest.representation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.school.Profiles;

/** The rights of an administrator in a realm, and whether the realm is set up: cheap to ask before a page shows anything. */
@Schema(name = "Administrator")
public record AdministratorRepresentation(
        String id,
        String username,

        @Schema(description = "Whether the caller may change accesses and schools: the role manage-users")
        boolean mayManage,

        @Schema(description = "Whether the caller may set the realm up: the role manage-realm")
        boolean mayConfigure,

        @Schema(description = "Whether the realm has profiles")
        boolean configured,

        @Schema(examples = "Europe/Paris") String timeZone,

        @Schema(examples = "fr") String locale,
        MeRepresentation.Limits limits,

        @Schema(
                description = "The administrator who acts in the caller's session, by impersonation;"
                        + " absent where the caller does")
        NamedReference impersonator,

        @Schema(description = "Whether the caller may change nothing, because the realm refuses it in such a session")
        boolean readOnly) {

    public static AdministratorRepresentation of(RequestContext call) {
        return new AdministratorRepresentation(
                call.actor(),
                call.authority().user().getUsername(),
                call.authority().managesRealm(),
                call.authority().configuresRealm(),
                !Profiles.of(call.realm()).all().isEmpty(),
                call.academy().timeZone().getId(),
                call.locale().toLanguageTag(),
                MeRepresentation.Limits.ofTheApi(),
                MeRepresentation.impersonator(call),
                !call.authority().mayChangeAnything());
    }
}
