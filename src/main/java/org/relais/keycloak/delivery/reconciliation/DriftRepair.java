package org.relais.keycloak.delivery.reconciliation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.relais.keycloak.delivery.Deliveries;
import org.relais.keycloak.delivery.RealmTarget;
import org.relais.keycloak.delivery.RemoteStateEntity;
import org.relais.keycloak.delivery.RemoteStateStore;
import org.relais.keycloak.delivery.target.Drift;
import org.relais.keycloak.delivery.target.UnknownMember;
import org.relais.keycloak.platform.RealmContext;

/** Requests deliveries of everybody whom a reconciliation found wrong, and remembers in which groups they are too many. */
record DriftRepair(RealmContext context, RealmTarget target, Deliveries deliveries, RemoteStateStore remoteStates) {

    private static final int PAGE = 500;

    DriftRepair(RealmContext context, RealmTarget target) {
        this(context, target, new Deliveries(context), new RemoteStateStore(context.entityManager()));
    }

    /** Returns the members who are unknown indeed: a remote account may be known by its id though it carries no mark. */
    List<UnknownMember> repair(Drift drift) {
        Map<String, Set<String>> surplus = new HashMap<>();
        drift.surplus().forEach((userId, remoteGroups) -> surplus.put(userId, new TreeSet<>(remoteGroups)));
        Map<String, String> known = remoteStates.usersByRemoteId(
                target.id(),
                drift.unknownMembers().stream().map(UnknownMember::remoteId).toList());
        List<UnknownMember> unknownMembers = new ArrayList<>();
        for (UnknownMember member : drift.unknownMembers()) {
            String userId = known.get(member.remoteId());
            if (userId == null) {
                unknownMembers.add(member);
            } else {
                surplus.computeIfAbsent(userId, any -> new TreeSet<>()).add(member.groupKey());
            }
        }
        surplus.forEach(this::remember);
        deliveries.request(target, surplus.keySet());
        deliveries.request(target, drift.missing());
        return unknownMembers;
    }

    /** Requests some of those the target knows and who were not delivered since; returns after whom to go on, null at the end. */
    String refresh(String after, long since) {
        List<String> page = remoteStates.notDeliveredSince(target.id(), since, after, PAGE);
        deliveries.request(target, page);
        return page.size() < PAGE ? null : page.get(PAGE - 1);
    }

    private void remember(String userId, Set<String> remoteGroups) {
        RemoteStateEntity remoteState =
                remoteStates.of(target.id(), List.of(userId)).get(userId);
        if (remoteState == null) {
            remoteState = remoteStates.begin(context.realmId(), target.id(), userId);
        }
        Set<String> all = new TreeSet<>(remoteState.remoteGroups());
        all.addAll(remoteGroups);
        remoteState.keep(all);
    }
}
