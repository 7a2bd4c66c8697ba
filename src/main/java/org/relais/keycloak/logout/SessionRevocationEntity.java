package org.relais.keycloak.logout;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.Length;
import org.hibernate.annotations.Nationalized;
import org.relais.keycloak.platform.RealmRow;

/** A membership has ended: the person's sessions at the applications it opened are to be looked at. */
@Entity
@Table(name = "RELAIS_SIGN_OFF")
public class SessionRevocationEntity extends RealmRow {

    @Column(name = "USER_ID", nullable = false)
    String userId;

    /** Client ids, one a line. */
    @Column(name = "CLIENT_IDS", length = Length.LONG32, nullable = false)
    String clientIds;

    /** The session, and the client in it, of the sign-in during which the membership ended; null for any other end. */
    @Nationalized
    @Column(name = "SPARED", length = 512)
    String excluded;

    /** When it is to be carried out, or tried again. */
    @Column(name = "AT", nullable = false)
    long at;

    /** How often it has failed. */
    @Column(name = "ATTEMPTS", nullable = false)
    int attempts;
}
