package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.relais.keycloak.journal.Journal;
import org.relais.keycloak.journal.JournalStore;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.platform.PassStore;

/** Removes what a deleted realm or account leaves in the ledger and the journal. Keycloak knows nothing of these tables. */
public final class Erasure {

    private final EntityManager em;

    public Erasure(KeycloakSession session) {
        this.em = EntityManagers.of(session);
    }

    public void realmRemoved(String realmId) {
        new GrantStore(em).removeRealm(realmId);
        new PassStore(em).removeRealm(realmId);
        new JournalStore(em).removeRealm(realmId);
        IdempotencyKeys.removeRealm(em, realmId);
        new OfficialStore(em).removeRealm(realmId);
        new OfficialRecordReconciliationStore(em).removeRealm(realmId);
    }

    /**
     * Removes the identifiers and reasons from what concerned a person: an identifier is a name, and a reason is free text that
     * may contain one. What was done, when, by whom and in which group stays, under an id that no longer leads to anybody. A
     * grant that still waits for this identifier stays as it is, since it is not this account's.
     */
    public void personRemoved(String realmId, UserModel person) {
        List<String> identifiers = Stream.of(person.getUsername(), person.getEmail())
                .filter(it -> it != null && !it.isEmpty())
                .map(Identifiers::folded)
                .distinct()
                .toList();
        List<GrantEntity> grants = new RetentionStore(em).grantsOfRemoved(realmId, person.getId(), identifiers);
        grants.forEach(GrantEntity::forgetName);
        new JournalStore(em)
                .concerning(
                        realmId,
                        person.getId(),
                        grants.stream().map(grant -> grant.id).toList())
                .forEach(line -> line.details = Journal.withoutNames(line.details));
    }
}
