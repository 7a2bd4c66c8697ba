package org.relais.keycloak.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.RealmJobs;
import org.relais.keycloak.platform.TimeBox;

/** Mails that wait, and those that were sent lately. */
public final class Mails {

    /** How long it is known which mails were sent. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int BATCH = 500;
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final NoticeStore store;
    private final RealmModel realm;

    public Mails(RealmContext context) {
        this.store = new NoticeStore(context.entityManager());
        this.realm = context.realm();
    }

    /** The mails a person gets or got lately. */
    public List<Notice> to(String userId) {
        return store.ofPerson(realm.getId(), userId);
    }

    public MailQueue queue() {
        Optional<NoticeEntity> oldest = store.oldestWaiting(realm.getId());
        return new MailQueue(
                MailPolicy.hasMailServer(realm),
                store.count(realm.getId(), NoticeState.WAITING),
                oldest.map(notice -> Instant.ofEpochMilli(notice.createdAt)).orElse(null),
                oldest.map(notice -> notice.lastError).orElse(null),
                store.count(realm.getId(), NoticeState.GIVEN_UP));
    }

    public static void personRemoved(KeycloakSession session, String realmId, String userId) {
        store(session).removePerson(realmId, userId);
    }

    public static void realmRemoved(KeycloakSession session, String realmId) {
        store(session).removeRealm(realmId);
    }

    /** Forgets what was sent long ago, for a while at most; the next run goes on. */
    public static void tidyUp(RealmJobs jobs) {
        TimeBox box = TimeBox.of(jobs.clock(), LONGEST);
        Instant before = jobs.clock().instant().minus(KEPT);
        int deleted = BATCH;
        while (deleted == BATCH && !box.isOver()) {
            deleted = jobs.inTransaction(session -> store(session).removeDone(before, BATCH));
        }
    }

    private static NoticeStore store(KeycloakSession session) {
        return new NoticeStore(EntityManagers.of(session));
    }
}
