package org.relais.keycloak.directory.index;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** How far a reader has read the accounts of a realm, by the time of their change and their id. */
@Entity
@Table(name = "RELAIS_WATERMARK")
@IdClass(WatermarkEntity.Key.class)
public class WatermarkEntity {

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId;

    @Id
    @Column(name = "READER", length = 32)
    String reader;

    /** Milliseconds since 1970. */
    @Column(name = "AT", nullable = false)
    long at;

    @Column(name = "PERSON_ID", length = 36, nullable = false)
    String personId;

    /** A realm and a reader. */
    public record Key(String realmId, String reader) implements Serializable {}
}
