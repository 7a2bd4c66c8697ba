package org.relais.keycloak.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.relais.keycloak.platform.RealmRow;

/** An account that is new or has been edited, and whose index entry, memberships and deliveries are not updated yet. */
@Entity
@Table(name = "RELAIS_EDITED")
public class PendingUserUpdateEntity extends RealmRow {

    @Column(name = "USER_ID", nullable = false)
    String userId;

    @Column(name = "AT", nullable = false)
    long at;
}
