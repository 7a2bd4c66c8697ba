package org.relais.keycloak.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Selects entries of the journal; a null condition selects all.
 *
 * @param groupIds about one of these groups
 * @param grantId  about this grant
 * @param userId   about this person
 * @param actor    acted by this person
 * @param from     at this instant or later
 * @param before   earlier than this instant
 */
public record JournalFilter(
        Collection<String> groupIds,
        String grantId,
        String userId,
        String actor,
        JournalAction action,
        Instant from,
        Instant before) {

    public static final JournalFilter EVERYTHING = new JournalFilter(null, null, null, null, null, null, null);

    public static JournalFilter ofGroup(String groupId) {
        return new JournalFilter(List.of(groupId), null, null, null, null, null, null);
    }

    public static JournalFilter ofGrant(String grantId) {
        return new JournalFilter(null, grantId, null, null, null, null, null);
    }

    String conditions() {
        StringBuilder conditions = new StringBuilder();
        append(conditions, groupIds, "j.groupId in :groups");
        append(conditions, grantId, "j.grantId = :grant");
        append(conditions, userId, "j.userId = :user");
        append(conditions, actor, "j.actor = :actor");
        append(conditions, action, "j.action = :action");
        append(conditions, from, "j.at >= :from");
        append(conditions, before, "j.at < :before");
        return conditions.toString();
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("groups", groupIds);
        parameters.put("grant", grantId);
        parameters.put("user", userId);
        parameters.put("actor", actor);
        parameters.put("action", action);
        parameters.put("from", from == null ? null : from.toEpochMilli());
        parameters.put("before", before == null ? null : before.toEpochMilli());
        parameters.values().removeIf(wanted -> wanted == null);
        return parameters;
    }

    private static void append(StringBuilder conditions, Object wanted, String condition) {
        if (wanted != null) {
            conditions.append(" and ").append(condition);
        }
    }
}
