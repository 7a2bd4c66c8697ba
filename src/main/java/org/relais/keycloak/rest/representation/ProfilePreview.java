package org.relais.keycloak.rest.representation;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The effect that saving a profile would have. */
@Schema(name = "ProfilePreview")
public record ProfilePreview(
        @Schema(description = "How many groups it has") long groups,

        @Schema(description = "Whether these groups would belong to it no longer: the suffix changes")
        boolean leavesItsGroups,

        @Schema(description = "How many open schools lack its group")
        long lacking,

        @Schema(description = "How many early accesses run in its groups")
        long grants,

        @Schema(description = "Applications its groups would open from now on")
        List<ProfileRepresentation.Application> opens,

        @Schema(description = "Applications its groups would open no longer")
        List<ProfileRepresentation.Application> closes,

        @Schema(description = "Applications that the gate would guard from now on: it keeps everybody else out")
        List<ProfileRepresentation.Application> guards) {}
