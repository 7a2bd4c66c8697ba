package org.relais.keycloak.platform;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** What most rows have in common: an id of their own, and the realm they go with. */
@MappedSuperclass
public abstract class RealmRow {

    @Id
    @Column(name = "ID", length = 64)
    public String id;

    @Column(name = "REALM_ID", length = 36, nullable = false)
    public String realmId;
}
