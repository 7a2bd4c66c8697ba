package org.relais.keycloak.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** What the rows of a person in a target have in common. */
@MappedSuperclass
public abstract class DeliveryRow {

    @Id
    @Column(name = "TARGET_ID", length = 36)
    String targetId;

    @Id
    @Column(name = "USER_ID")
    public String userId;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;
}
