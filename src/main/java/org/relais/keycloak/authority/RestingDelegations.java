package org.relais.keycloak.authority;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.relais.keycloak.journal.Journal;
import org.relais.keycloak.journal.JournalAction;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.Schools;

/**
 * Removes the delegations that rest because their giver no longer manages the group, once nobody has confirmed them for a time.
 * They give no right meanwhile: that is decided at every request, and this only tidies up.
 */
public final class RestingDelegations {

    /** How long somebody may still confirm a delegation that rests. */
    static final Duration CONFIRMED_WITHIN = Duration.ofDays(30);

    private static final Duration CHECKED_EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 200;

    private final RealmContext context;
    private final ManagerStore store;
    private final Delegations delegations;

    public RestingDelegations(RealmContext context) {
        this.context = context;
        this.store = new ManagerStore(context.entityManager());
        this.delegations = new Delegations(context);
    }

    /** Looks at some that were not looked at for an hour; one statement when there are none. */
    public void tidyUp() {
        Instant now = context.now();
        List<ManagerEntity> due = store.uncheckedSince(context.realmId(), now.minus(CHECKED_EVERY), AT_ONCE);
        if (due.isEmpty()) {
            return;
        }
        List<Delegation> looked = due.stream().map(ManagerEntity::toDelegation).toList();
        Set<String> holding = new DelegationCheck(context, new Schools(context), store).holding(looked);
        Predicate<ManagerEntity> rests = it -> !holding.contains(it.id);
        store.checked(due.stream().map(it -> it.id).toList(), now);
        store.markHolding(due.stream().filter(rests.negate()).map(it -> it.id).toList());
        store.markResting(due.stream().filter(rests).map(it -> it.id).toList(), now);
        due.stream()
                .filter(rests)
                .filter(it -> it.restsSince != null
                        && it.restsSince <= now.minus(CONFIRMED_WITHIN).toEpochMilli())
                .map(ManagerEntity::toDelegation)
                .filter(store::removeResting)
                .forEach(it -> delegations.journal(Journal.SYSTEM, JournalAction.DELEGATION_ENDED, it));
    }
}
