package org.relais.keycloak.grant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The digest of a person's record as the rule last followed it. People without any assignment have no row. */
@Entity
@Table(name = "RELAIS_OFFICIAL_RECORD")
public class OfficialRecordEntity {

    @Id
    @Column(name = "USER_ID")
    String userId;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    String realmId;

    @Column(name = "DIGEST", length = 64, nullable = false)
    String digest;

    @Column(name = "AT", nullable = false)
    long at;
}
