package org.relais.keycloak.notification;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The table RELAIS_NOTICE as the mail sender uses it: leasing what is due, and writing the result. */
final class NoticeLeaseStore {

    private static final int MOST_IN_ONE_MAIL = 500;

    private final EntityManager em;

    NoticeLeaseStore(EntityManager em) {
        this.em = em;
    }

    /** The notice that has been due for longest; empty when nothing is. */
    Optional<Notice> firstDue(Instant now) {
        return em.createQuery(
                        "select n from NoticeEntity n where n.dueAt <= :now order by n.dueAt, n.createdAt, n.id",
                        NoticeEntity.class)
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(1)
                .getResultStream()
                .map(NoticeEntity::toNotice)
                .findFirst();
    }

    /**
     * Takes what is due together with a notice, for the same person and of the same kind. Of any number of nodes that try it at
     * once each row goes to one: the condition is checked again under the row's lock.
     *
     * @param until when the lease ends; nobody else may take it before
     */
    Optional<LeasedNotices> lease(Notice first, Instant now, Instant until) {
        List<String> ids = em.createQuery(
                        "select n.id from NoticeEntity n where n.realmId = :realm and n.userId = :user and n.kind = :kind"
                                + " and n.dueAt <= :now order by n.createdAt, n.id",
                        String.class)
                .setParameter("realm", first.realmId())
                .setParameter("user", first.userId())
                .setParameter("kind", first.kind())
                .setParameter("now", now.toEpochMilli())
                .setMaxResults(MOST_IN_ONE_MAIL)
                .getResultList();
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        String token = KeycloakModelUtils.generateId();
        em.createQuery("update NoticeEntity n set n.leaseToken = :token, n.dueAt = :until, n.attempts = n.attempts + 1"
                        + " where n.id in :ids and n.dueAt <= :now")
                .setParameter("token", token)
                .setParameter("until", until.toEpochMilli())
                .setParameter("ids", ids)
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
        em.clear();
        List<Notice> taken = em.createQuery(
                        "select n from NoticeEntity n where n.leaseToken = :token order by n.createdAt, n.id",
                        NoticeEntity.class)
                .setParameter("token", token)
                .getResultStream()
                .map(NoticeEntity::toNotice)
                .toList();
        return taken.isEmpty() ? Optional.empty() : Optional.of(new LeasedNotices(token, taken));
    }

    /** Nothing more is to be done for leased notices. */
    void finish(LeasedNotices leased, NoticeState state, String error, Instant now) {
        em.createQuery(
                        "update NoticeEntity n set n.state = :state, n.dueAt = null, n.leaseToken = null, n.doneAt = :now,"
                                + " n.lastError = :error where n.leaseToken = :token")
                .setParameter("state", state)
                .setParameter("now", now.toEpochMilli())
                .setParameter("error", error)
                .setParameter("token", leased.token())
                .executeUpdate();
    }

    /** Leased notices are to be tried again. */
    void postpone(LeasedNotices leased, String error, Instant until) {
        em.createQuery("update NoticeEntity n set n.dueAt = :until, n.leaseToken = null, n.lastError = :error"
                        + " where n.leaseToken = :token")
                .setParameter("until", until.toEpochMilli())
                .setParameter("error", error)
                .setParameter("token", leased.token())
                .executeUpdate();
    }

    /** The whole realm is to wait: its mail server does not answer. What somebody is sending just now is left alone. */
    void postponeAll(String realmId, Instant until) {
        em.createQuery("update NoticeEntity n set n.dueAt = :until where n.realmId = :realm and n.state = :waiting"
                        + " and n.leaseToken is null and n.dueAt < :until")
                .setParameter("realm", realmId)
                .setParameter("waiting", NoticeState.WAITING)
                .setParameter("until", until.toEpochMilli())
                .executeUpdate();
    }
}
