package org.relais.keycloak.school.importing;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.relais.keycloak.platform.RowStore;
import org.relais.keycloak.problem.Problem;

/** The tables RELAIS_IMPORT and RELAIS_IMPORT_LINE. */
final class SchoolImportStore {

    private final EntityManager em;

    SchoolImportStore(EntityManager em) {
        this.em = em;
    }

    void add(SchoolImportEntity started, List<SchoolLine> lines) {
        em.persist(started);
        for (SchoolLine said : lines) {
            SchoolImportLineEntity line = new SchoolImportLineEntity();
            line.id = KeycloakModelUtils.generateId();
            line.importId = started.id;
            line.line = said.line();
            line.uai = said.uai();
            line.name = said.name();
            line.type = said.type();
            line.closed = said.closed();
            em.persist(line);
        }
        em.flush();
    }

    Optional<SchoolImportEntity> find(String realmId, String id) {
        return Optional.ofNullable(em.find(SchoolImportEntity.class, id)).filter(it -> it.realmId.equals(realmId));
    }

    /** Locked until the end of the transaction: whoever else works on it waits for its turn. Null if it is gone. */
    SchoolImportEntity lock(String id) {
        return em.find(SchoolImportEntity.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<SchoolImportEntity> recent(String realmId, int max) {
        return em.createQuery(
                        "select i from SchoolImportEntity i where i.realmId = :realm order by i.startedAt desc, i.id desc",
                        SchoolImportEntity.class)
                .setParameter("realm", realmId)
                .setMaxResults(max)
                .getResultList();
    }

    List<SchoolImportEntity> underWay() {
        return em.createQuery(
                        "select i from SchoolImportEntity i where i.activeKey is not null", SchoolImportEntity.class)
                .getResultList();
    }

    boolean isUnderWay(String realmId) {
        return !em.createQuery("select i.id from SchoolImportEntity i where i.activeKey = :realm", String.class)
                .setParameter("realm", realmId)
                .getResultList()
                .isEmpty();
    }

    List<SchoolImportLineEntity> toDo(String importId, int max) {
        return em.createQuery(
                        "select l from SchoolImportLineEntity l where l.importId = :import and l.problem is null"
                                + " order by l.line, l.uai",
                        SchoolImportLineEntity.class)
                .setParameter("import", importId)
                .setMaxResults(max)
                .getResultList();
    }

    int countToDo(String importId) {
        return em.createQuery(
                        "select count(l) from SchoolImportLineEntity l where l.importId = :import and l.problem is null",
                        Long.class)
                .setParameter("import", importId)
                .getSingleResult()
                .intValue();
    }

    List<SchoolImportLineEntity> failed(String importId) {
        return em.createQuery(
                        "select l from SchoolImportLineEntity l where l.importId = :import and l.problem is not null"
                                + " order by l.line, l.uai",
                        SchoolImportLineEntity.class)
                .setParameter("import", importId)
                .getResultList();
    }

    void done(List<SchoolImportLineEntity> lines) {
        em.createQuery("delete from SchoolImportLineEntity l where l.id in :ids")
                .setParameter("ids", lines.stream().map(line -> line.id).toList())
                .executeUpdate();
    }

    void giveUp(String lineId, Problem problem) {
        SchoolImportLineEntity line = em.find(SchoolImportLineEntity.class, lineId);
        if (line != null) {
            line.problem = problem.code();
            line.params = problem.params().stream().map(String::valueOf).collect(Collectors.joining("\n"));
        }
    }

    void removeRealm(String realmId) {
        em.createQuery("delete from SchoolImportLineEntity l where l.importId in"
                        + " (select i.id from SchoolImportEntity i where i.realmId = :realm)")
                .setParameter("realm", realmId)
                .executeUpdate();
        new RowStore(em).removeRealm(realmId, SchoolImportEntity.class);
    }
}
