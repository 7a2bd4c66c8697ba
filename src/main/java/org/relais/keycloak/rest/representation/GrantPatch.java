package org.relais.keycloak.rest.representation;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The changes to one grant; what is absent stays as it is. */
@Schema(name = "GrantPatch")
public record GrantPatch(
        @Schema(description = "New last day, included") LocalDate endsOn, String reason) {}
