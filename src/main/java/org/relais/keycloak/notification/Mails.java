package org.relais.keycloak.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The mails that wait, and those that were sent lately. */
public final class Mails {

    /** How long it is known that somebody was told. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int BATCH = 500;

    private final NoticeStore store;
    private final RealmModel realm;

    public Mails(KeycloakSession session, RealmModel realm) {
        this.store = store(session);
        this.realm = realm;
    }

    /** What a person is to be told or has been told of late. */
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

    /** Forgets what was sent long ago. */
    public static void tidyUp(KeycloakSessionFactory sessions, Clock clock) {
        Instant now = clock.instant();
        int deleted = BATCH;
        while (deleted == BATCH) {
            deleted = KeycloakModelUtils.runJobInTransactionWithResult(
                    sessions, session -> store(session).removeDone(now.minus(KEPT), BATCH));
        }
    }

    private static NoticeStore store(KeycloakSession session) {
        return new NoticeStore(session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }
}
