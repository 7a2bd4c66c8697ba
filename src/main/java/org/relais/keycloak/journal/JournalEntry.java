package org.relais.keycloak.journal;

import java.time.Instant;

/**
 * Who did what to whom, when and why.
 *
 * @param actor   the id of the user who acted, or {@link Journal#SYSTEM}
 * @param impersonator the id of the administrator who acted in the session of the actor; null where the actor did
 * @param userId  whom it concerns; null for a pending grant
 * @param details JSON: the days, the reason, the cause
 */
public record JournalEntry(
        String id,
        Instant at,
        String actor,
        String impersonator,
        JournalAction action,
        String groupId,
        String userId,
        String grantId,
        String details) {}
