package org.relais.keycloak.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.Length;

/** What a change set sent with an idempotency key has done, so that a repeat gets the same answer and does nothing. */
@Entity
@Table(name = "RELAIS_RECEIPT")
public class IdempotencyKeyEntity {

    /** SHA-256 of realm, actor and key, in hexadecimal. */
    @Id
    @Column(name = "ID", length = 64)
    String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

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
