package org.relais.keycloak.rest.representation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.relais.keycloak.grant.GroupCounts;
import org.relais.keycloak.school.School;

/** A managed group as the API shows it; rules, together and mayDelegate stand only in the answer for one group. */
@Schema(name = "Group")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GroupRepresentation(
        String id,
        @Schema(examples = "0359001U_AES") String name,
        String label,
        String description,
        School school,

        @Schema(description = "Suffix of the profile", examples = "AES")
        String profile,

        @Schema(enumeration = {"OFFICIAL", "GRANTED", "MIXED"})
        String population,

        @Schema(description = "Whether the caller may add and remove members")
        boolean editable,

        GroupCounts counts,
        List<ApplicationRepresentation> applications,
        List<ManagerRepresentation> managers,
        Rules rules,

        @Schema(description = "Groups of the same school in which the same can be done in the same act")
        List<Sibling> together,

        Boolean mayDelegate) {

    /** What a grant in the group must fulfil today. */
    @Schema(name = "GroupRules")
    public record Rules(
            @Schema(format = "date") String suggestedEnd,
            @Schema(format = "date") String latestEnd,
            boolean reasonRequired) {}

    /** A group offered in the same act. */
    @Schema(name = "SiblingGroup")
    public record Sibling(String id, String suffix, String label, List<ApplicationRepresentation> applications) {}
}
