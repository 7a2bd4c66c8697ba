package org.relais.keycloak.platform;

import jakarta.persistence.EntityManager;
import java.util.Optional;

/** The table RELAIS_PASS: where passes that are too long for one minute go on in the next. */
public final class PassStore {

    /** In place of a realm, for passes over the rows of all realms. */
    public static final String EVERY_REALM = "*";

    private final EntityManager em;

    public PassStore(EntityManager em) {
        this.em = em;
    }

    /** Where a pass goes on; empty where it begins anew. */
    public Optional<String> place(String realmId, String name) {
        return Optional.ofNullable(em.find(PassEntity.class, new PassEntity.Key(realmId, name)))
                .map(pass -> pass.place);
    }

    /** Lets a pass go on behind a place. */
    public void keep(String realmId, String name, String place) {
        em.createQuery("insert into PassEntity (realmId, name, place) values (:realm, :name, :place)"
                        + " on conflict (realmId, name) do update set place = excluded.place")
                .setParameter("realm", realmId)
                .setParameter("name", name)
                .setParameter("place", place)
                .executeUpdate();
    }

    /** Lets a pass begin anew. */
    public void forget(String realmId, String name) {
        em.createQuery("delete from PassEntity p where p.realmId = :realm and p.name = :name")
                .setParameter("realm", realmId)
                .setParameter("name", name)
                .executeUpdate();
    }

    public void removeRealm(String realmId) {
        new RowStore(em).removeRealm(realmId, PassEntity.class);
    }
}
