package org.relais.keycloak.notification;

import java.time.Instant;

/**
 * A mail that a person gets, or got.
 *
 * @param userId    who gets it
 * @param subjectId the grant or the delegation it is about; null for a digest
 * @param doneAt    when it was sent or given up; null while it waits
 */
public record Notice(
        String id,
        String realmId,
        NoticeKind kind,
        String userId,
        String subjectId,
        NoticeState state,
        Instant createdAt,
        Instant doneAt) {}
