package org.relais.keycloak.claim;

import jakarta.persistence.EntityManager;
import java.util.List;

/** Finds clients by what Keycloak's model would only tell client by client. */
final class ClientStore {

    private final EntityManager em;

    ClientStore(EntityManager em) {
        this.em = em;
    }

    /** Ids ({@code clientId}) of the clients that have a browser flow of their own, and the id of that flow. */
    List<Object[]> withOwnBrowserFlow(String realmId) {
        return em.createQuery(
                        "select c.clientId, value(f) from ClientEntity c join c.authFlowBindings f"
                                + " where c.realmId = :realm and key(f) = 'browser' order by c.clientId",
                        Object[].class)
                .setParameter("realm", realmId)
                .getResultList();
    }

    /** Ids ({@code clientId}) of the clients that have an attribute with a value. */
    List<String> withAttribute(String realmId, String name, String value) {
        return em.createQuery(
                        "select a.client.clientId from ClientAttributeEntity a"
                                + " where a.client.realmId = :realm and a.name = :name and a.value = :value"
                                + " order by a.client.clientId",
                        String.class)
                .setParameter("realm", realmId)
                .setParameter("name", name)
                .setParameter("value", value)
                .getResultList();
    }
}
