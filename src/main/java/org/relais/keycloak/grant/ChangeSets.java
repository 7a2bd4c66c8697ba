package org.relais.keycloak.grant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.relais.keycloak.grant.ChangePlan.Giving;
import org.relais.keycloak.grant.ChangePlan.Prolonging;
import org.relais.keycloak.grant.IdempotencyKeys.ManagedChange;
import org.relais.keycloak.grant.IdempotencyKeys.Receipt;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.ChangeRejected;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.ManagedGroup;

/** Carries out change sets: one act, one transaction, all of it or nothing. */
public final class ChangeSets {

    private final Ledger ledger;
    private final GrantStore store;
    private final IdempotencyKeys idempotencyKeys;
    private final ChangePlanner planner;

    public ChangeSets(RealmContext context) {
        this.ledger = new Ledger(context);
        this.store = new GrantStore(context.entityManager());
        this.idempotencyKeys = new IdempotencyKeys(context);
        this.planner = new ChangePlanner(context);
    }

    /**
     * Applies a change set to a group.
     *
     * @param actor the id of the user who acts
     * @param key   the idempotency key of the request; null if it has none. A second, equal change set with the key of an
     *              earlier one does nothing and gets the grants of the first, as they are by now
     * @throws ChangeRejected with a problem for each line that cannot be done
     */
    public ChangeResult apply(ManagedGroup group, ChangeSet change, String actor, String key) {
        List<Problem> problems = new ArrayList<>();
        List<ManagedGroup> siblings = planner.siblings(group, change.together(), problems);
        refuse(problems);
        store.lockGroups(Stream.concat(Stream.of(group), siblings.stream())
                .map(ManagedGroup::id)
                .toList());
        ManagedChange managed = new ManagedChange(group.id(), change, actor, key);
        Optional<Receipt> earlier = key == null ? Optional.empty() : idempotencyKeys.find(managed);
        return earlier.map(this::resultOf).orElseGet(() -> {
            ChangePlan plan = planner.plan(group, siblings, change);
            refuse(plan.problems);
            ChangeResult result = carryOut(plan, change.reason(), actor);
            if (key != null) {
                idempotencyKeys.keep(managed, result);
            }
            store.flush();
            return result;
        });
    }

    /** What stands against a change set, line by line; nothing is written. It is about this group only. */
    List<Problem> problemsOf(ManagedGroup group, ChangeSet change) {
        return planner.plan(group, List.of(), change).problems;
    }

    /** Does what can be done of a change set that only adds: the lines without a problem, in their order. */
    List<Grant> giveWhatCanBe(ManagedGroup group, ChangeSet change, String actor, List<Problem> problems) {
        store.lockGroups(List.of(group.id()));
        ChangePlan plan = planner.plan(group, List.of(), change);
        problems.addAll(plan.problems);
        if (plan.problems.stream().anyMatch(problem -> !Candidates.isOfLine(problem))) {
            return List.of();
        }
        List<Grant> given = carryOut(plan, change.reason(), actor).granted();
        store.flush();
        return given;
    }

    private ChangeResult carryOut(ChangePlan plan, String reason, String actor) {
        plan.expired.forEach(grant -> ledger.expire(grant.id()));
        List<Grant> ended = plan.ending.stream()
                .map(grant -> ledger.end(grant.id(), EndCause.REMOVED, actor))
                .toList();
        List<Grant> granted = new ArrayList<>();
        for (Giving giving : plan.giving) {
            granted.add(
                    giving.person() == null
                            ? ledger.awaitAccount(giving.group(), giving.identifier(), plan.lastDay, reason, actor)
                            : ledger.give(giving.group(), giving.person(), plan.lastDay, reason, actor));
        }
        for (Prolonging prolonging : plan.prolonging) {
            granted.add(ledger.change(prolonging.group(), prolonging.grantId(), plan.lastDay, null, actor));
        }
        return new ChangeResult(granted, ended, false);
    }

    private ChangeResult resultOf(Receipt receipt) {
        return new ChangeResult(ledger.withIds(receipt.granted()), ledger.withIds(receipt.ended()), true);
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ChangeRejected(problems);
        }
    }
}
