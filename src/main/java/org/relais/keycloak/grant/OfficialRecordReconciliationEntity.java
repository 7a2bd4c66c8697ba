package org.relais.keycloak.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.hibernate.annotations.Nationalized;
import org.relais.keycloak.platform.RealmReconciliation;

/** How far the reconciliation of a realm is: any node goes on from here, also after a restart. */
@Entity
@Table(name = "RELAIS_SWEEP")
public class OfficialRecordReconciliationEntity extends RealmReconciliation {

    /** What is read, in this order. */
    enum Phase {
        /** The values of the record. */
        RECORD,
        /** The people whose record was followed before: some may have no assignment any longer. */
        FOLLOWED,
        DONE
    }

    @Enumerated(EnumType.STRING)
    @Column(name = "PHASE", length = 16, nullable = false)
    Phase phase;

    /** The rule for which it began; null once the rule is switched off. */
    @Column(name = "RULE_DIGEST", length = 64)
    String rule;

    /** The synchronisations of federations after which it began. */
    @Column(name = "SYNCS_DIGEST", length = 64)
    String syncs;

    /** Whether people are examined whose record has not changed. */
    @Column(name = "THOROUGH", nullable = false)
    boolean thorough;

    @Nationalized
    @Column(name = "PLACE_VALUE")
    String positionValue;

    @Column(name = "PLACE_ID")
    String positionId;

    @Column(name = "EXAMINED", nullable = false)
    long examined;
}
