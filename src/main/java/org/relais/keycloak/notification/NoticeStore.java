package org.relais.keycloak.notification;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.relais.keycloak.platform.RowStore;

/** The table RELAIS_NOTICE: what is added, read and removed. Every query follows one of its indexes. */
final class NoticeStore {

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
        return new RowStore(em).remove(NoticeEntity.class, ids);
    }

    void removePerson(String realmId, String userId) {
        em.createQuery("delete from NoticeEntity n where n.realmId = :realm and n.userId = :user")
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .executeUpdate();
    }

    void removeRealm(String realmId) {
        new RowStore(em).removeRealm(realmId, NoticeEntity.class, ReminderEntity.class);
    }
}
