package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;

/** Removes what a deleted realm leaves behind in the ledger: Keycloak knows nothing of these tables. */
public final class Erasure {

    private final EntityManager em;

    public Erasure(KeycloakSession session) {
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    public void realmRemoved(String realmId) {
        new GrantStore(em).removeRealm(realmId);
        new JournalStore(em).removeRealm(realmId);
        Receipts.removeRealm(em, realmId);
    }
}
