package org.relais.keycloak.rest.representation;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A profile that is about to be saved: the parts of its component that matter. */
@Schema(name = "ProfileDraft")
public record ProfileRequest(
        @Schema(description = "Id of the component that is to be changed; null for a new one")
        String id,

        @Schema(description = "Name of the component; the suffix where that is not set")
        String name,

        @Schema(description = "Settings, each a list of values, as in the component")
        Map<String, List<String>> config) {}
