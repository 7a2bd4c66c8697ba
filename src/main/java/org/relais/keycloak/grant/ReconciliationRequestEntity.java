package org.relais.keycloak.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Somebody asks for a thorough sweep: a school or a group has come or changed. Rows of their own wait for nobody. */
@Entity
@Table(name = "RELAIS_SWEEP_CALL")
public class ReconciliationRequestEntity {

    @Id
    @Column(name = "ID", length = 36)
    String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;
}
