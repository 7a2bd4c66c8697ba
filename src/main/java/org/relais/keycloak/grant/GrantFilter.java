package org.relais.keycloak.grant;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.relais.keycloak.platform.Conditions;
import org.relais.keycloak.school.Schools;

/**
 * Which grants a search finds; what is null does not matter.
 *
 * @param groupIds     in one of these groups
 * @param schoolId     in this school
 * @param status       open grants whose days are over count as ended
 * @param userId       of this person
 * @param grantedBy    given by this person
 * @param endingBefore over before this instant
 * @param running      whether only those that run are meant, also those that wait for an account
 * @param suffix       in the groups of the profile with this suffix, whatever the case
 */
public record GrantFilter(
        Collection<String> groupIds,
        String schoolId,
        GrantStatus status,
        String userId,
        String grantedBy,
        Instant endingBefore,
        boolean running,
        String suffix) {

    private static final String OF_PROFILE = "exists (select e.id from GroupEntity e"
            + " left join GroupAttributeEntity p on p.group = e and p.name = :profile where e.id = g.groupId"
            + " and upper(coalesce(p.value, substring(e.name, locate('_', e.name) + 1))) = :suffix)";

    public GrantFilter(
            Collection<String> groupIds,
            String schoolId,
            GrantStatus status,
            String userId,
            String grantedBy,
            Instant endingBefore) {
        this(groupIds, schoolId, status, userId, grantedBy, endingBefore, false, null);
    }

    /** The same among those that run. */
    public GrantFilter runningOnly() {
        return new GrantFilter(groupIds, schoolId, null, userId, grantedBy, endingBefore, true, suffix);
    }

    /** The same in the groups of one profile. */
    public GrantFilter ofProfile(String profileSuffix) {
        return new GrantFilter(groupIds, schoolId, status, userId, grantedBy, endingBefore, running, profileSuffix);
    }

    String conditions() {
        return new Conditions()
                .add(groupIds, "g.groupId in :groups")
                .add(schoolId, "g.schoolId = :school")
                .add(userId, "g.userId = :user")
                .add(grantedBy, "g.grantedBy = :giver")
                .add(endingBefore, "g.endsAt <= :before")
                .add(suffix, OF_PROFILE)
                .add(running ? running : null, "g.status in :open and g.endsAt > :now")
                .add(
                        status,
                        status == GrantStatus.ENDED
                                ? "(g.status = :ended or g.endsAt <= :now)"
                                : "g.status = :status and g.endsAt > :now")
                .toString();
    }

    Map<String, Object> parameters(Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        put(parameters, "groups", groupIds);
        put(parameters, "school", schoolId);
        put(parameters, "user", userId);
        put(parameters, "giver", grantedBy);
        put(parameters, "before", endingBefore == null ? null : endingBefore.toEpochMilli());
        if (suffix != null) {
            parameters.put("profile", Schools.PROFILE);
            parameters.put("suffix", suffix.toUpperCase(Locale.ROOT));
        }
        if (running) {
            parameters.put("open", List.of(GrantStatus.ACTIVE, GrantStatus.PENDING));
            parameters.put("now", now.toEpochMilli());
        }
        if (status != null) {
            parameters.put(status == GrantStatus.ENDED ? "ended" : "status", status);
            parameters.put("now", now.toEpochMilli());
        }
        return parameters;
    }

    private static void put(Map<String, Object> parameters, String name, Object wanted) {
        if (wanted != null) {
            parameters.put(name, wanted);
        }
    }
}
