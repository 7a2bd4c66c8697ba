package org.relais.keycloak.journal;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.platform.QueryConditions;

/**
 * Selects entries of the journal; a null condition selects all.
 *
 * @param groupIds about one of these groups
 * @param grantId  about this grant
 * @param userId   about this person
 * @param actor    acted by this person, also in the session of somebody else
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
        return new QueryConditions()
                .and(groupIds, "j.groupId in :groups")
                .and(grantId, "j.grantId = :grant")
                .and(userId, "j.userId = :user")
                .and(actor, "(j.actor = :actor or j.impersonator = :actor)")
                .and(action, "j.action = :action")
                .and(from, "j.at >= :from")
                .and(before, "j.at < :before")
                .text();
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
}
