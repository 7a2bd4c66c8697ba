package org.relais.keycloak.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A request for a thorough reconciliation: a school or a group is new or has changed. A row of its own for each request makes
 * nobody wait.
 */
@Entity
@Table(name = "RELAIS_SWEEP_CALL")
public class ReconciliationRequestEntity {

    @Id
    @Column(name = "ID", length = 36)
    String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;
}
