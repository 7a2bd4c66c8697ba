package org.relais.keycloak.grant;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.relais.keycloak.platform.RealmRow;

/**
 * A request for a thorough reconciliation: a school or a group is new or has changed. A row of its own for each request makes
 * nobody wait.
 */
@Entity
@Table(name = "RELAIS_SWEEP_CALL")
public class ReconciliationRequestEntity extends RealmRow {}
