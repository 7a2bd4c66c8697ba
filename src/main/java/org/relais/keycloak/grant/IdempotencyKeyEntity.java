package org.relais.keycloak.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.Length;
import org.relais.keycloak.platform.RealmRow;

/**
 * What a change set sent with an idempotency key has done, so that a repeat gets the same answer and does nothing. Its id is the
 * SHA-256 of realm, actor and key, in hexadecimal.
 */
@Entity
@Table(name = "RELAIS_RECEIPT")
public class IdempotencyKeyEntity extends RealmRow {

    @Column(name = "AT", nullable = false)
    long at;

    /** SHA-256 of the change set, in hexadecimal. */
    @Column(name = "REQUEST", length = 64, nullable = false)
    String request;

    /** Ids with commas between them. */
    @Column(name = "GRANTED", length = Length.LONG32)
    String granted;

    @Column(name = "ENDED", length = Length.LONG32)
    String ended;
}
