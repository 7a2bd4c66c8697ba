package org.relais.keycloak.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.relais.keycloak.grant.GrantPosition;

/** Up to which grant, by their end, people of a realm have been reminded a number of days before. */
@Entity
@Table(name = "RELAIS_REMINDER")
@IdClass(ReminderEntity.Key.class)
public class ReminderEntity {

    public record Key(String realmId, int days) implements Serializable {}

    @Id
    @Column(name = "REALM_ID", length = 36)
    String realmId;

    @Id
    @Column(name = "DAYS")
    int days;

    @Column(name = "ENDS_AT", nullable = false)
    long endsAt;

    @Column(name = "GRANT_ID", length = 36, nullable = false)
    String grantId;

    GrantPosition position() {
        return new GrantPosition(endsAt, grantId);
    }

    void moveTo(GrantPosition position) {
        endsAt = position.endsAt();
        grantId = position.grantId();
    }
}
