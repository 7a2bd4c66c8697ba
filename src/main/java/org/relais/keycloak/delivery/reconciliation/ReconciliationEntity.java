package org.relais.keycloak.delivery.reconciliation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The reconciliation of a target: the one under way, or the last one and when the next is due. */
@Entity
@Table(name = "RELAIS_RECONCILIATION")
public class ReconciliationEntity {

    @Id
    @Column(name = "TARGET_ID", length = 36)
    String targetId;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    @Column(name = "NEXT_AT", nullable = false)
    long nextAt;

    @Column(name = "LEASED_UNTIL", nullable = false)
    long leasedUntil;

    /** Group name of the last school done; null at the start. */
    @Column(name = "AFTER_SCHOOL")
    String afterSchool;

    @Column(name = "PLACES", nullable = false)
    long remoteGroups;

    @Column(name = "MISSING", nullable = false)
    long missing;

    @Column(name = "SURPLUS", nullable = false)
    long surplus;

    @Column(name = "STRANGERS", nullable = false)
    long unknownMembers;

    @Column(name = "STARTED_AT")
    Long startedAt;

    @Column(name = "FINISHED_AT")
    Long finishedAt;

    @Column(name = "LAST_ERROR", length = 64)
    String lastError;
}
