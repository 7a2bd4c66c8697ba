package org.relais.keycloak.rest.representation;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.relais.keycloak.authority.PrincipalType;

/** Asks to delegate the management of a group to a person or a group until a day. */
@Schema(name = "DelegationRequest")
public record DelegationRequest(
        PrincipalType type,

        @Schema(description = "Id of a person, or of a managed group the caller sees")
        String principalId,

        @Schema(description = "Last day, included; at most a year ahead")
        LocalDate endsOn) {}
