package org.relais.keycloak.notification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.platform.RealmRow;

/**
 * A mail that a person gets. It holds ids, never a name, an address or a text: those are read when the mail is composed. Its
 * id is random after a change, and made of what it is about for reminders, so that there is one of each. Instants are
 * milliseconds since 1970.
 */
@Entity
@Table(name = "RELAIS_NOTICE")
public class NoticeEntity extends RealmRow {

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND", length = 32, nullable = false)
    NoticeKind kind;

    @Column(name = "USER_ID", nullable = false)
    String userId;

    /** A grant or a delegation; null for a digest, which is about all that the recipient gave. */
    @Column(name = "SUBJECT_ID", length = 36)
    String subjectId;

    @Enumerated(EnumType.STRING)
    @Column(name = "STATE", length = 16, nullable = false)
    NoticeState state;

    @Column(name = "CREATED_AT", nullable = false)
    long createdAt;

    /** When it is to be sent, or tried again; null once nothing more is to be done. */
    @Column(name = "DUE_AT")
    Long dueAt;

    /** The lease of the node that is sending it, until {@link #dueAt}: then that node is taken for dead. */
    @Column(name = "CLAIM", length = 36)
    String leaseToken;

    /** For people who look into the table: waits follow from how long it has been tried. */
    @Column(name = "ATTEMPTS", nullable = false)
    int attempts;

    /** What kind of failure it was; never the server's words, which may name an address. */
    @Column(name = "LAST_ERROR")
    String lastError;

    @Column(name = "DONE_AT")
    Long doneAt;

    static NoticeEntity waiting(String realmId, NoticeKind kind, String userId, String subjectId, long now) {
        NoticeEntity notice = new NoticeEntity();
        notice.id = KeycloakModelUtils.generateId();
        notice.realmId = realmId;
        notice.kind = kind;
        notice.userId = userId;
        notice.subjectId = subjectId;
        notice.state = NoticeState.WAITING;
        notice.createdAt = now;
        notice.dueAt = now;
        return notice;
    }

    Notice toNotice() {
        return new Notice(
                id,
                realmId,
                kind,
                userId,
                subjectId,
                state,
                Instant.ofEpochMilli(createdAt),
                doneAt == null ? null : Instant.ofEpochMilli(doneAt));
    }
}
