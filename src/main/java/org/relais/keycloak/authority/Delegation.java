package org.relais.keycloak.authority;

import java.time.Instant;

/**
 * The management of a group, given to a person or a group until a day.
 *
 * @param endsAt   the midnight after its last day
 * @param basis    by what right it was given; null for one of an earlier version
 * @param sourceId the delegation through which it was given; null if it was given by another right
 */
public record Delegation(
        String id,
        String groupId,
        PrincipalType principalType,
        String principalId,
        String grantedBy,
        Instant grantedAt,
        Instant endsAt,
        DelegationBasis basis,
        String sourceId) {

    /** Whether its last day has not passed. Whether it holds depends on its giver too: {@link Delegations#holding}. */
    public boolean isCurrentAt(Instant now) {
        return now.isBefore(endsAt);
    }
}
