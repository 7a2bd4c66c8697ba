package org.relais.keycloak.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.relais.keycloak.platform.RealmRow;

/** A delegation as stored. Instants are milliseconds since 1970. */
@Entity
@Table(name = "RELAIS_MANAGER")
public class ManagerEntity extends RealmRow {

    @Column(name = "GROUP_ID", length = 36, nullable = false)
    String groupId;

    @Enumerated(EnumType.STRING)
    @Column(name = "PRINCIPAL_TYPE", length = 8, nullable = false)
    PrincipalType principalType;

    @Column(name = "PRINCIPAL_ID", nullable = false)
    String principalId;

    @Column(name = "GRANTED_BY", nullable = false)
    String grantedBy;

    @Column(name = "GRANTED_AT", nullable = false)
    long grantedAt;

    @Column(name = "ENDS_AT", nullable = false)
    long endsAt;

    /** Null for a delegation of an earlier version. */
    @Enumerated(EnumType.STRING)
    @Column(name = "GIVEN_AS", length = 16)
    DelegationBasis givenAs;

    /** The delegation through which this one was given; null if it was given by another right. */
    @Column(name = "SOURCE_ID", length = 36)
    String sourceId;

    /** Since when its giver is known not to manage the group any more; null while it holds. */
    @Column(name = "RESTS_SINCE")
    Long restsSince;

    /** When housekeeping last looked at it. */
    @Column(name = "CHECKED_AT", nullable = false)
    long checkedAt;

    /** Lets it live on a right from now on, and no longer than that. */
    void give(DelegatingRight right, long now) {
        grantedBy = right.actor();
        grantedAt = now;
        givenAs = right.basis();
        sourceId = right.sourceId();
        endsAt = right.limited(endsAt);
        restsSince = null;
    }

    Delegation toDelegation() {
        return new Delegation(
                id,
                groupId,
                principalType,
                principalId,
                grantedBy,
                Instant.ofEpochMilli(grantedAt),
                Instant.ofEpochMilli(endsAt),
                givenAs,
                sourceId);
    }
}
