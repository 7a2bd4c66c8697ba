package org.relais.keycloak.notification;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The table RELAIS_NOTICE. Every query follows one of its indexes. */
final class NoticeStore {

    private static final int MOST_IN_ONE_MAIL = 500;

    private final EntityManager em;

    NoticeStore(EntityManager em) {
        this.em = em;
    }

    void add(NoticeEntity notice) {
        em.persist(notice);
    }

    Set<String> known(Collection<String> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(em.createQuery("select n.id from NoticeEntity n where n.id in :ids", String.class)
                        .setParameter("ids", ids)
                        .getResultList());
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
        em.createQuery("update NoticeEntity n set n.claim = :token, n.dueAt = :until, n.attempts = n.attempts + 1"
                        + " where n.id in :ids and n.dueAt <= :now")
                .setParameter("token", token)
                .setParameter("until", until.toEpochMilli())
                .setParameter("ids", ids)
                .setParameter("now", now.toEpochMilli())
                .executeUpdate();
        em.clear();
        List<Notice> taken = em.createQuery(
                        "select n from NoticeEntity n where n.claim = :token order by n.createdAt, n.id",
                        NoticeEntity.class)
                .setParameter("token", token)
                .getResultStream()
                .map(NoticeEntity::toNotice)
                .toList();
        return taken.isEmpty() ? Optional.empty() : Optional.of(new LeasedNotices(token, taken));
    }

    /** Nothing more is to be done for leased notices. */
    void finish(LeasedNotices leased, NoticeState state, String error, Instant now) {
        em.createQuery("update NoticeEntity n set n.state = :state, n.dueAt = null, n.claim = null, n.doneAt = :now,"
                        + " n.lastError = :error where n.claim = :token")
                .setParameter("state", state)
                .setParameter("now", now.toEpochMilli())
                .setParameter("error", error)
                .setParameter("token", leased.token())
                .executeUpdate();
    }

    /** Leased notices are to be tried again. */
    void postpone(LeasedNotices leased, String error, Instant until) {
        em.createQuery("update NoticeEntity n set n.dueAt = :until, n.claim = null, n.lastError = :error"
                        + " where n.claim = :token")
                .setParameter("until", until.toEpochMilli())
                .setParameter("error", error)
                .setParameter("token", leased.token())
                .executeUpdate();
    }

    /** The whole realm is to wait: its mail server does not answer. What somebody is sending just now is left alone. */
    void postponeAll(String realmId, Instant until) {
        em.createQuery("update NoticeEntity n set n.dueAt = :until where n.realmId = :realm and n.state = :waiting"
                        + " and n.claim is null and n.dueAt < :until")
                .setParameter("realm", realmId)
                .setParameter("waiting", NoticeState.WAITING)
                .setParameter("until", until.toEpochMilli())
                .executeUpdate();
    }

    List<Notice> ofPerson(String realmId, String userId) {
        return em.createQuery(
                        "select n from NoticeEntity n where n.realmId = :realm and n.userId = :user"
                                + " order by n.createdAt, n.id",
                        NoticeEntity.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .getResultStream()
                .map(NoticeEntity::toNotice)
                .toList();
    }

    long count(String realmId, NoticeState state) {
        return em.createQuery(
                        "select count(n) from NoticeEntity n where n.realmId = :realm and n.state = :state", Long.class)
                .setParameter("realm", realmId)
                .setParameter("state", state)
                .getSingleResult();
    }

    Optional<NoticeEntity> oldestWaiting(String realmId) {
        return em.createQuery(
                        "select n from NoticeEntity n where n.realmId = :realm and n.state = :waiting"
                                + " order by n.createdAt",
                        NoticeEntity.class)
                .setParameter("realm", realmId)
                .setParameter("waiting", NoticeState.WAITING)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** How many wait in all realms, and since when the first of them has been waiting. */
    Backlog backlog() {
        Tuple row = em.createQuery(
                        "select count(n) as waiting, min(n.createdAt) as since from NoticeEntity n"
                                + " where n.dueAt is not null",
                        Tuple.class)
                .getSingleResult();
        return new Backlog(
                row.get("waiting", Long.class),
                Optional.ofNullable(row.get("since", Long.class)).map(Instant::ofEpochMilli));
    }

    record Backlog(long count, Optional<Instant> since) {}

    /** Deletes some of those that were finished before an instant; returns how many. */
    int removeDone(Instant before, int max) {
        List<String> ids = em.createQuery(
                        "select n.id from NoticeEntity n where n.doneAt < :before order by n.doneAt", String.class)
                .setParameter("before", before.toEpochMilli())
                .setMaxResults(max)
                .getResultList();
        return ids.isEmpty()
                ? 0
                : em.createQuery("delete from NoticeEntity n where n.id in :ids")
                        .setParameter("ids", ids)
                        .executeUpdate();
    }

    void removePerson(String realmId, String userId) {
        em.createQuery("delete from NoticeEntity n where n.realmId = :realm and n.userId = :user")
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .executeUpdate();
    }

    void removeRealm(String realmId) {
        em.createQuery("delete from NoticeEntity n where n.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
        em.createQuery("delete from ReminderEntity r where r.realmId = :realm")
                .setParameter("realm", realmId)
                .executeUpdate();
    }
}
