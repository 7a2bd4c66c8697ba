package org.relais.keycloak.grant;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.relais.keycloak.journal.Journal;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.ManagedGroup;

/** Ends or moves grants when people, groups and memberships are removed or moved by other means than the ledger. */
public final class GrantRevocation {

    private final RealmContext context;
    private final Ledger ledger;
    private final GrantRows rows;
    private final GrantStore store;
    private final OfficialStore official;

    public GrantRevocation(RealmContext context) {
        this.context = context;
        this.ledger = new Ledger(context);
        this.rows = new GrantRows(context);
        EntityManager em = context.entityManager();
        this.store = new GrantStore(em);
        this.official = new OfficialStore(em);
    }

    /**
     * Ends the grant of a person who was removed from a group. A membership that the record gave comes back when the person is
     * next examined, as long as the record says so.
     */
    public Optional<Grant> personLeft(String groupId, String userId, String actor) {
        if (official.removeMade(userId, groupId)) {
            official.removeRecord(userId);
        }
        return store.openInGroups(List.of(groupId), List.of(userId)).stream()
                .findFirst()
                .map(grant -> {
                    GrantEntity row = store.lock(grant.id());
                    rows.close(row, EndCause.LEFT_GROUP, actor);
                    return row.toGrant();
                });
    }

    public void personRemoved(String userId) {
        official.removePerson(userId);
        store.openOfPerson(context.realmId(), userId)
                .forEach(grant -> rows.close(store.lock(grant.id()), EndCause.PERSON_REMOVED, Journal.SYSTEM));
    }

    public void groupRemoved(String groupId) {
        official.removeGroup(groupId);
        store.openOfGroup(groupId)
                .forEach(grant -> rows.close(store.lock(grant.id()), EndCause.GROUP_REMOVED, Journal.SYSTEM));
    }

    /** Moves the grants of a managed group to the school in which it is now. */
    public void groupMoved(ManagedGroup group) {
        store.openOfGroup(group.id()).forEach(grant -> rows.move(store.lock(grant.id()), group.school()));
    }

    /** Ends all grants of a group; returns how many there were. */
    public int endAllIn(String groupId, EndCause cause) {
        return endAll(store.openOfGroup(groupId), cause);
    }

    /** Ends all grants of the groups just below a group, which are those of a school; returns how many there were. */
    public int endAllBelow(String groupId, EndCause cause) {
        return endAll(store.openBelowGroup(groupId), cause);
    }

    private int endAll(List<Grant> grants, EndCause cause) {
        grants.forEach(grant -> rows.end(store.lock(grant.id()), cause, Journal.SYSTEM));
        return grants.size();
    }
}
