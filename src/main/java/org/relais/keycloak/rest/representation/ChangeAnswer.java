package org.relais.keycloak.rest.representation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The grants that a change set has given and ended. */
@Schema(name = "ChangeResult")
public record ChangeAnswer(
        @Schema(description = "Grants given, or prolonged in the groups named in together")
        List<GrantRepresentation> granted,

        List<GrantRepresentation> ended) {}
