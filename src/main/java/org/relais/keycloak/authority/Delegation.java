package org.relais.keycloak.authority;

import java.time.Instant;

/**
 * The management of a group, given to a person or a group until a day.
 *
 * @param endsAt the midnight after its last day
 */
public record Delegation(
        String id,
        String groupId,
        PrincipalType principalType,
        String principalId,
        String grantedBy,
        Instant grantedAt,
        Instant endsAt) {

    public boolean holdsAt(Instant now) {
        return now.isBefore(endsAt);
    }
}
