package org.relais.keycloak.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.relais.keycloak.platform.RealmRow;

/** A delegation as stored. Instants are milliseconds since 1970. */
@Entity
@Table(name = "RELAIS_MANAGER")
public class ManagerEntity extends RealmRow {

    @Column(name = "GROUP_ID", length = 36, nullable = false)
    String groupId;

    @Enumerated(EnumType.STRING)
    @Column(name = "PRINCIPAL_TYPE", length = 8, nullable = false)
    PrincipalType principalType;

    @Column(name = "PRINCIPAL_ID", nullable = false)
    String principalId;

    @Column(name = "GRANTED_BY", nullable = false)
    String grantedBy;

    @Column(name = "GRANTED_AT", nullable = false)
    long grantedAt;

    @Column(name = "ENDS_AT", nullable = false)
    long endsAt;

    Delegation toDelegation() {
        return new Delegation(
                id,
                groupId,
                principalType,
                principalId,
                grantedBy,
                Instant.ofEpochMilli(grantedAt),
                Instant.ofEpochMilli(endsAt));
    }
}
