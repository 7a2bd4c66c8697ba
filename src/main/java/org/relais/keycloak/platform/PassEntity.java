package org.relais.keycloak.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** How far a pass over many rows has come; there is no row where it begins anew. */
@Entity
@Table(name = "RELAIS_PASS")
@IdClass(PassEntity.Key.class)
public class PassEntity {

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId;

    @Id
    @Column(name = "NAME", length = 32)
    String name;

    @Column(name = "PLACE", length = 64, nullable = false)
    String place;

    /** A realm, or {@link PassStore#EVERY_REALM}, and a pass. */
    public record Key(String realmId, String name) implements Serializable {}
}
