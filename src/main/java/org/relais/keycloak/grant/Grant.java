package org.relais.keycloak.grant;

import java.time.Instant;
import org.relais.keycloak.journal.Journal;

/**
 * A dated access that a manager gave, as it was when it was read.
 *
 * @param userId     whose access it is; null while it waits for an account
 * @param identifier the identifier or email address a pending grant waits for, kept once it is active
 * @param endsAt     the instant at which it is over, the midnight after its last day
 * @param grantedBy  the id of the user who gave it
 * @param endedBy    the id of the user who ended it, or {@link Journal#SYSTEM}; null while it runs
 * @param givenImpersonator the id of the administrator who gave it in the session of {@code grantedBy}; mostly null
 * @param endedImpersonator the same of who ended it
 */
public record Grant(
        String id,
        String schoolId,
        String groupId,
        String userId,
        String identifier,
        GrantStatus status,
        EndCause endCause,
        Instant startsAt,
        Instant endsAt,
        String reason,
        String grantedBy,
        Instant grantedAt,
        String endedBy,
        Instant endedAt,
        String givenImpersonator,
        String endedImpersonator) {

    public boolean isEnded() {
        return status == GrantStatus.ENDED;
    }

    /** Whether its days are over, even if nobody has cleaned up yet. */
    public boolean isOverAt(Instant now) {
        return !now.isBefore(endsAt);
    }

    /** Whether it carries an access at this very instant. */
    public boolean holdsAt(Instant now) {
        return status == GrantStatus.ACTIVE && !now.isBefore(startsAt) && !isOverAt(now);
    }
}
