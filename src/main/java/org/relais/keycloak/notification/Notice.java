package org.relais.keycloak.notification;

import java.time.Instant;

/**
 * Somebody is to be told something by mail, or has been.
 *
 * @param userId    who is told
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
