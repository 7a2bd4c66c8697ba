package org.relais.keycloak.directory.index;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.List;
import org.relais.keycloak.platform.RowStore;

/** Reads the accounts of a realm in the order of their changes, along the index that Relais adds to USER_ENTITY. */
final class WatermarkStore {

    private static final String CHANGED =
            "select u.id as id, u.lastModifiedTimestamp as at from UserEntity u where u.realmId = :realm";
    private static final String ORDER = " order by u.lastModifiedTimestamp, u.id";
    private static final String MARK = "from WatermarkEntity w where w.realmId = :realm and w.reader = :reader";
    private static final String MARKED_AT = "coalesce((select w.at " + MARK + "), 0)";
    private static final String MARKED_ID = "coalesce((select w.personId " + MARK + "), ' ')";

    private final EntityManager em;

    WatermarkStore(EntityManager em) {
        this.em = em;
    }

    /** The first accounts after the watermark, or of all accounts while there is none; one statement. */
    List<ChangePosition> afterWatermark(String realmId, String reader, int max) {
        return em.createQuery(
                        CHANGED + " and u.lastModifiedTimestamp >= " + MARKED_AT
                                + " and (u.lastModifiedTimestamp > " + MARKED_AT + " or u.id > " + MARKED_ID + ")"
                                + ORDER,
                        Tuple.class)
                .setParameter("realm", realmId)
                .setParameter("reader", reader)
                .setMaxResults(max)
                .getResultStream()
                .map(row -> new ChangePosition(row.get("at", Long.class), row.get("id", String.class)))
                .toList();
    }

    /** The first accounts after a position. */
    List<ChangePosition> after(String realmId, ChangePosition position, int max) {
        return em.createQuery(
                        CHANGED + " and u.lastModifiedTimestamp >= :at"
                                + " and (u.lastModifiedTimestamp > :at or u.id > :id)" + ORDER,
                        Tuple.class)
                .setParameter("realm", realmId)
                .setParameter("at", position.at())
                .setParameter("id", position.personId())
                .setMaxResults(max)
                .getResultStream()
                .map(row -> new ChangePosition(row.get("at", Long.class), row.get("id", String.class)))
                .toList();
    }

    /** Sets the watermark where there is none or an earlier one: it never goes back. */
    void advance(String realmId, String reader, ChangePosition position) {
        WatermarkEntity watermark = lock(realmId, reader);
        if (watermark == null) {
            em.createQuery("insert into WatermarkEntity (realmId, reader, at, personId)"
                            + " values (:realm, :reader, :at, :person)"
                            + " on conflict (realmId, reader) do update set realmId = excluded.realmId")
                    .setParameter("realm", realmId)
                    .setParameter("reader", reader)
                    .setParameter("at", position.at())
                    .setParameter("person", position.personId())
                    .executeUpdate();
            watermark = lock(realmId, reader);
        }
        if (position.isAfter(new ChangePosition(watermark.at, watermark.personId))) {
            watermark.at = position.at();
            watermark.personId = position.personId();
        }
    }

    private WatermarkEntity lock(String realmId, String reader) {
        return em.find(WatermarkEntity.class, new WatermarkEntity.Key(realmId, reader), LockModeType.PESSIMISTIC_WRITE);
    }

    void removeRealm(String realmId) {
        new RowStore(em).removeRealm(realmId, WatermarkEntity.class);
    }
}
