package org.relais.keycloak.logout;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.relais.keycloak.platform.RealmRow;

/** An application that has to be told of the end of a session. */
@Entity
@Table(name = "RELAIS_LOGOUT")
public class BackchannelLogoutEntity extends RealmRow {

    @Column(name = "CLIENT_UUID", length = 36, nullable = false)
    String clientUuid;

    /** The person as the application knows them. */
    @Column(name = "SUBJECT", nullable = false)
    String subject;

    @Column(name = "SESSION_ID")
    String sessionId;

    @Column(name = "ISSUER", length = 1024, nullable = false)
    String issuer;

    @Column(name = "ATTEMPTS", nullable = false)
    int attempts;

    @Column(name = "NEXT_AT", nullable = false)
    long nextAt;
}
