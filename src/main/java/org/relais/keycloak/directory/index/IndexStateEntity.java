package org.relais.keycloak.directory.index;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How the index of a realm stands: whoever goes on with a comparison, on any node and after a restart, begins here. */
@Entity
@Table(name = "RELAIS_INDEX")
public class IndexStateEntity {

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId;

    /** What the realm said about reading accounts when the comparison began; null if none has. */
    @Column(name = "CONFIGURATION", length = 64)
    String configuration;

    /** The synchronisations of federations after which it began. */
    @Column(name = "SYNCS", length = 64)
    String syncs;

    /** The last account that was compared. */
    @Column(name = "PLACE", length = 36)
    String place;

    @Column(name = "STARTED_AT", nullable = false)
    long startedAt;

    /** Null while it is under way. */
    @Column(name = "ENDED_AT")
    Long endedAt;

    /** When the latest comparison that came to its end had begun: all that was so then is in the index. */
    @Column(name = "EQUAL_AT")
    Long equalAt;

    @Column(name = "COMPARED", nullable = false)
    long compared;

    @Column(name = "WRITTEN", nullable = false)
    long written;
}
