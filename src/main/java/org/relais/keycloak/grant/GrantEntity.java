package org.relais.keycloak.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.Nationalized;
import org.relais.keycloak.platform.RealmRow;

/** A row of the ledger. Instants are milliseconds since 1970, as in Keycloak's own tables. */
@Entity
@Table(name = "RELAIS_GRANT")
public class GrantEntity extends RealmRow {

    @Column(name = "SCHOOL_ID", length = 36, nullable = false)
    String schoolId;

    @Column(name = "GROUP_ID", length = 36, nullable = false)
    String groupId;

    @Column(name = "USER_ID")
    String userId;

    @Nationalized
    @Column(name = "IDENTIFIER")
    String identifier;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATUS", length = 16, nullable = false)
    GrantStatus status;

    @Enumerated(EnumType.STRING)
    @Column(name = "END_CAUSE", length = 32)
    EndCause endCause;

    @Column(name = "STARTS_AT", nullable = false)
    long startsAt;

    @Column(name = "ENDS_AT", nullable = false)
    long endsAt;

    @Nationalized
    @Column(name = "REASON", length = 500)
    String reason;

    @Column(name = "GRANTED_BY", nullable = false)
    String grantedBy;

    @Column(name = "GRANTED_AT", nullable = false)
    long grantedAt;

    /** Who gave it in the session of {@link #grantedBy}; null where that person did. */
    @Column(name = "GIVEN_IMPERSONATOR")
    String givenImpersonator;

    @Column(name = "ENDED_BY")
    String endedBy;

    /** Who ended it in the session of {@link #endedBy}; null where that person did. */
    @Column(name = "ENDED_IMPERSONATOR")
    String endedImpersonator;

    @Column(name = "ENDED_AT")
    Long endedAt;

    /** Unique while the grant is open, null once it is over: nobody ever has two open grants in one group. */
    @Column(name = "ACTIVE_KEY", length = 320)
    String activeKey;

    @Version
    @Column(name = "VERSION", nullable = false)
    int version;

    Grant toGrant() {
        return new Grant(
                id,
                schoolId,
                groupId,
                userId,
                identifier,
                status,
                endCause,
                Instant.ofEpochMilli(startsAt),
                Instant.ofEpochMilli(endsAt),
                reason,
                grantedBy,
                Instant.ofEpochMilli(grantedAt),
                endedBy,
                endedAt == null ? null : Instant.ofEpochMilli(endedAt),
                givenImpersonator,
                endedImpersonator);
    }

    void activateFor(String user) {
        status = GrantStatus.ACTIVE;
        userId = user;
        activeKey = groupId + "/" + user;
    }

    void awaitFor(String someIdentifier) {
        status = GrantStatus.PENDING;
        identifier = someIdentifier;
        activeKey = groupId + "/?" + someIdentifier;
    }

    void forgetName() {
        identifier = null;
        reason = null;
    }

    void end(EndCause cause, String actor, Instant at) {
        status = GrantStatus.ENDED;
        endCause = cause;
        endedBy = actor;
        endedAt = at.toEpochMilli();
        activeKey = null;
    }
}
