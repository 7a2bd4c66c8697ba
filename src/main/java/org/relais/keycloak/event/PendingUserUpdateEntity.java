package org.relais.keycloak.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An account that is new or has been edited, and whose index entry, memberships and deliveries are not updated yet. */
@Entity
@Table(name = "RELAIS_EDITED")
public class PendingUserUpdateEntity {

    @Id
    @Column(name = "ID", length = 36)
    String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    @Column(name = "USER_ID", nullable = false)
    String userId;

    @Column(name = "AT", nullable = false)
    long at;
}
