package org.relais.keycloak.directory.index;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.relais.keycloak.platform.RealmReconciliation;

/** How far the reconciliation of a realm's index is: any node goes on from here, after a restart too. */
@Entity
@Table(name = "RELAIS_INDEX")
public class IndexStateEntity extends RealmReconciliation {

    /** What the realm said about reading accounts when the reconciliation began; null if none has begun. */
    @Column(name = "CONFIGURATION", length = 64)
    String configuration;

    /** When the federations had last been synchronised as it began. */
    @Column(name = "SYNCS", length = 64)
    String syncs;

    /** The id of the last account that was compared. */
    @Column(name = "PLACE", length = 36)
    String position;

    /** When the latest reconciliation that ended had begun: the index holds what the accounts said then. */
    @Column(name = "EQUAL_AT")
    Long equalAt;

    @Column(name = "COMPARED", nullable = false)
    long compared;

    @Column(name = "WRITTEN", nullable = false)
    long written;
}
