package org.relais.keycloak.grant;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.relais.keycloak.grant.ChangePlan.Addition;
import org.relais.keycloak.grant.ChangePlan.Extension;
import org.relais.keycloak.grant.IdempotencyKeys.EarlierResult;
import org.relais.keycloak.grant.IdempotencyKeys.KeyedChange;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.ChangeRejected;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.ManagedGroup;

/** Carries out change sets, each in one transaction: all of it is done, or nothing. */
public final class ChangeSets {

    private final RealmContext context;
    private final Reach reach;
    private final Ledger ledger;
    private final GrantStore store;
    private final IdempotencyKeys idempotencyKeys;
    private final ChangePlanner planner;
    private final GrantCaps caps;

    /** @param reach of whoever acts */
    public ChangeSets(RealmContext context, Reach reach) {
        this.context = context;
        this.reach = reach;
        this.ledger = new Ledger(context);
        this.store = new GrantStore(context.entityManager());
        this.idempotencyKeys = new IdempotencyKeys(context);
        this.planner = new ChangePlanner(context, reach);
        this.caps = new GrantCaps(context);
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
        SiblingGroups siblings = SiblingGroups.of(context, reach, group, change.together());
        refuse(siblings.problems());
        store.lockGroups(siblings.with(group).stream().map(ManagedGroup::id).toList());
        KeyedChange keyed = new KeyedChange(group.id(), change, actor, key);
        Optional<EarlierResult> earlier = key == null ? Optional.empty() : idempotencyKeys.find(keyed);
        return earlier.map(this::resultOf).orElseGet(() -> {
            ChangePlan plan = plan(group, siblings, change, actor);
            refuse(plan.problems());
            ChangeResult result = carryOut(plan, change, actor);
            if (key != null) {
                idempotencyKeys.keep(keyed, result);
            }
            store.flush();
            return result;
        });
    }

    /** What {@link #giveWhatCanBe} would find wrong; nothing is written. */
    PartialChange preview(ManagedGroup group, ChangeSet change, String actor) {
        return new PartialChange(
                List.of(), plan(group, SiblingGroups.NONE, change, actor).problems());
    }

    /** Does what can be done of a change set that only adds, in this group only. */
    PartialChange giveWhatCanBe(ManagedGroup group, ChangeSet change, String actor) {
        store.lockGroups(List.of(group.id()));
        ChangePlan plan = plan(group, SiblingGroups.NONE, change, actor);
        PartialChange refused = new PartialChange(List.of(), plan.problems());
        if (refused.isRefusedAsAWhole()) {
            return refused;
        }
        List<Grant> given = carryOut(plan, change, actor).granted();
        store.flush();
        return new PartialChange(given, plan.problems());
    }

    private ChangePlan plan(ManagedGroup group, SiblingGroups siblings, ChangeSet change, String actor) {
        return caps.within(planner.plan(group, siblings, change), change, actor);
    }

    private ChangeResult carryOut(ChangePlan plan, ChangeSet change, String actor) {
        List<Addition> additions = plan.additions();
        additions.stream()
                .map(Addition::expired)
                .filter(Objects::nonNull)
                .forEach(expired -> ledger.expire(expired.id()));
        List<Grant> ended = plan.removals().stream()
                .map(grant -> ledger.end(grant.id(), EndCause.REMOVED, actor))
                .toList();
        List<Grant> granted = new ArrayList<>();
        for (Addition addition : additions) {
            granted.add(
                    addition.person() == null
                            ? ledger.awaitAccount(
                                    addition.group(), addition.identifier(), plan.lastDay(), change.reason(), actor)
                            : ledger.give(addition.group(), addition.person(), plan.lastDay(), change.reason(), actor));
        }
        for (Extension extension : plan.extensions()) {
            granted.add(ledger.change(
                    extension.group(), extension.grantId(), plan.lastDay(), null, change.anybody(), actor));
        }
        return new ChangeResult(granted, ended, false);
    }

    private ChangeResult resultOf(EarlierResult earlier) {
        return new ChangeResult(ledger.withIds(earlier.granted()), ledger.withIds(earlier.ended()), true);
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ChangeRejected(problems);
        }
    }
}
