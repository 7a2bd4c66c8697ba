package org.relais.keycloak.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A person has to be synchronized in a target. Instants are milliseconds since 1970. */
@Entity
@Table(name = "RELAIS_DELIVERY")
@IdClass(DeliveryKey.class)
public class DeliveryEntity extends DeliveryRow {

    /** When it was requested first. */
    @Column(name = "REQUESTED_AT", nullable = false)
    public long requestedAt;

    @Column(name = "NEXT_AT", nullable = false)
    long nextAt;

    /** Until when one worker thread has it; others leave it alone. A killed node gives it back by doing nothing. */
    @Column(name = "LEASED_UNTIL", nullable = false)
    long leasedUntil;

    @Column(name = "ATTEMPTS", nullable = false)
    public int attempts;

    /** Another one with each request: the row is only removed if it has not been requested again meanwhile. */
    @Column(name = "REVISION", nullable = false)
    public long revision;

    @Column(name = "LAST_ERROR", length = 64)
    String lastError;
}
