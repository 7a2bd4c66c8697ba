package org.relais.keycloak.journal;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.relais.keycloak.platform.RowStore;

/** The table RELAIS_JOURNAL. Pages run from the newest entry back, by instant and id. */
public final class JournalStore {

    private final EntityManager em;

    public JournalStore(EntityManager em) {
        this.em = em;
    }

    void add(JournalEntity entry) {
        em.persist(entry);
    }

    /** @param before only entries that are older than this position; null for the newest */
    List<JournalEntry> page(String realmId, JournalFilter filter, JournalPosition before, int max) {
        String older = before == null ? "" : " and j.at <= :at and (j.at < :at or j.id < :id)";
        TypedQuery<JournalEntity> query = em.createQuery(
                        "select j from JournalEntity j where j.realmId = :realm" + filter.conditions() + older
                                + " order by j.at desc, j.id desc",
                        JournalEntity.class)
                .setParameter("realm", realmId)
                .setMaxResults(max);
        filter.parameters().forEach(query::setParameter);
        if (before != null) {
            query.setParameter("at", before.at()).setParameter("id", before.id());
        }
        return query.getResultStream().map(JournalEntity::toEntry).toList();
    }

    /** Whether an entry says this about a person since an instant; an index leads to the person's entries. */
    boolean contains(String realmId, String userId, long since, JournalAction action, String details) {
        return !em.createQuery(
                        "select j.id from JournalEntity j where j.realmId = :realm and j.userId = :user"
                                + " and j.at >= :since and j.action = :action and j.details = :details",
                        String.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .setParameter("since", since)
                .setParameter("action", action)
                .setParameter("details", details)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** The entries about a person or about these grants, in no order. */
    public List<JournalEntity> concerning(String realmId, String userId, Collection<String> grantIds) {
        List<JournalEntity> entries = new ArrayList<>(em.createQuery(
                        "select j from JournalEntity j where j.realmId = :realm and j.userId = :user",
                        JournalEntity.class)
                .setParameter("realm", realmId)
                .setParameter("user", userId)
                .getResultList());
        if (!grantIds.isEmpty()) {
            entries.addAll(
                    em.createQuery("select j from JournalEntity j where j.grantId in :grants", JournalEntity.class)
                            .setParameter("grants", grantIds)
                            .getResultList());
        }
        return entries;
    }

    /**
     * Entries about a person and of what the person did, the oldest first; each kind by its own index.
     *
     * @param after only entries that are younger than this position; null for the oldest
     */
    List<JournalEntry> ofPerson(String realmId, String userId, JournalPosition after, int max) {
        return Stream.of(
                        "j.userId = :user",
                        "j.actor = :user and (j.userId is null or j.userId <> :user)",
                        "j.impersonator = :user and j.actor <> :user and (j.userId is null or j.userId <> :user)")
                .flatMap(condition -> {
                    TypedQuery<JournalEntity> query = em.createQuery(
                                    "select j from JournalEntity j where j.realmId = :realm and " + condition
                                            + (after == null ? "" : " and j.at >= :at and (j.at > :at or j.id > :id)")
                                            + " order by j.at, j.id",
                                    JournalEntity.class)
                            .setParameter("realm", realmId)
                            .setParameter("user", userId)
                            .setMaxResults(max);
                    if (after != null) {
                        query.setParameter("at", after.at()).setParameter("id", after.id());
                    }
                    return query.getResultStream();
                })
                .map(JournalEntity::toEntry)
                .sorted(Comparator.comparing(JournalEntry::at).thenComparing(JournalEntry::id))
                .limit(max)
                .toList();
    }

    public void removeRealm(String realmId) {
        new RowStore(em).removeRealm(realmId, JournalEntity.class);
    }
}
