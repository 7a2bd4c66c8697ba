package org.relais.keycloak.rest.representation;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is to change in a grant; what is absent stays. */
@Schema(name = "GrantPatch")
public record GrantPatch(
        @Schema(description = "New last day, included") LocalDate endsOn, String reason) {}
