package org.relais.keycloak.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** What a realm's reconciliation keeps, whatever it reconciles: when the latest one began and ended. One row a realm. */
@MappedSuperclass
public abstract class RealmReconciliation {

    @Id
    @Column(name = "REALM_ID", length = 36)
    public String realmId;

    @Column(name = "STARTED_AT", nullable = false)
    public long startedAt;

    /** Null while it is under way. */
    @Column(name = "ENDED_AT")
    public Long endedAt;
}
