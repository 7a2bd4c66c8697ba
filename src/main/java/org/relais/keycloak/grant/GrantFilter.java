package org.relais.keycloak.grant;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Which grants are looked for; what is null does not matter.
 *
 * @param groupIds     in one of these groups
 * @param schoolId     in this school
 * @param status       open grants whose days are over count as ended
 * @param userId       of this person
 * @param grantedBy    given by this person
 * @param endingBefore over before this instant
 */
public record GrantFilter(
        Collection<String> groupIds,
        String schoolId,
        GrantStatus status,
        String userId,
        String grantedBy,
        Instant endingBefore) {

    String conditions() {
        StringBuilder conditions = new StringBuilder();
        append(conditions, groupIds, "g.groupId in :groups");
        append(conditions, schoolId, "g.schoolId = :school");
        append(conditions, userId, "g.userId = :user");
        append(conditions, grantedBy, "g.grantedBy = :giver");
        append(conditions, endingBefore, "g.endsAt <= :before");
        append(
                conditions,
                status,
                status == GrantStatus.ENDED
                        ? "(g.status = :ended or g.endsAt <= :now)"
                        : "g.status = :status and g.endsAt > :now");
        return conditions.toString();
    }

    Map<String, Object> parameters(Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        put(parameters, "groups", groupIds);
        put(parameters, "school", schoolId);
        put(parameters, "user", userId);
        put(parameters, "giver", grantedBy);
        put(parameters, "before", endingBefore == null ? null : endingBefore.toEpochMilli());
        if (status != null) {
            parameters.put(status == GrantStatus.ENDED ? "ended" : "status", status);
            parameters.put("now", now.toEpochMilli());
        }
        return parameters;
    }

    private static void append(StringBuilder conditions, Object wanted, String condition) {
        if (wanted != null) {
            conditions.append(" and ").append(condition);
        }
    }

    private static void put(Map<String, Object> parameters, String name, Object wanted) {
        if (wanted != null) {
            parameters.put(name, wanted);
        }
    }
}
