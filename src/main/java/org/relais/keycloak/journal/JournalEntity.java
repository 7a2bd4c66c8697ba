package org.relais.keycloak.journal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Nationalized;
import org.relais.keycloak.platform.RealmRow;

/** An entry of the journal as stored. It keeps ids and no names: a deleted account leaves no name behind. */
@Entity
@Table(name = "RELAIS_JOURNAL")
public class JournalEntity extends RealmRow {

    @Column(name = "AT", nullable = false)
    long at;

    @Column(name = "ACTOR", nullable = false)
    String actor;

    /** Who acted in the session of the actor; null where the actor did. */
    @Column(name = "IMPERSONATOR")
    String impersonator;

    @Enumerated(EnumType.STRING)
    @Column(name = "ACTION", length = 32, nullable = false)
    JournalAction action;

    @Column(name = "GROUP_ID", length = 36)
    String groupId;

    @Column(name = "USER_ID")
    String userId;

    @Column(name = "GRANT_ID", length = 36)
    String grantId;

    @Nationalized
    @Column(name = "DETAILS", length = 2000)
    public String details;

    JournalEntry toEntry() {
        return new JournalEntry(
                id, Instant.ofEpochMilli(at), actor, impersonator, action, groupId, userId, grantId, details);
    }
}
