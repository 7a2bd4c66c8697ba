package org.relais.keycloak.delivery.reconciliation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.relais.keycloak.delivery.Deliveries;
import org.relais.keycloak.delivery.RealmTarget;
import org.relais.keycloak.delivery.RemoteStateEntity;
import org.relais.keycloak.delivery.RemoteStateStore;
import org.relais.keycloak.delivery.target.Drift;
import org.relais.keycloak.delivery.target.UnknownMember;

/** Takes up what a comparison found: whoever is wrong is asked for, and what is held of them too much is remembered. */
final class DriftRepair {

    private static final int PAGE = 500;

    private final RealmModel realm;
    private final RealmTarget target;
    private final Deliveries deliveries;
    private final RemoteStateStore holdings;

    DriftRepair(KeycloakSession session, RealmModel realm, RealmTarget target, Clock clock) {
        this.realm = realm;
        this.target = target;
        this.deliveries = new Deliveries(session, realm, clock);
        this.holdings = new RemoteStateStore(
                session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    /** Returns those who are strangers indeed: an account we know may have come to us in another way than by its mark. */
    List<UnknownMember> takeUp(Drift drift) {
        Map<String, Set<String>> surplus = new HashMap<>();
        drift.surplus().forEach((userId, places) -> surplus.put(userId, new TreeSet<>(places)));
        Map<String, String> known = holdings.usersWithRemoteIds(
                target.id(),
                drift.strangers().stream().map(UnknownMember::remoteId).toList());
        List<UnknownMember> strangers = new ArrayList<>();
        for (UnknownMember unknownMember : drift.strangers()) {
            String userId = known.get(unknownMember.remoteId());
            if (userId == null) {
                strangers.add(unknownMember);
            } else {
                surplus.computeIfAbsent(userId, any -> new TreeSet<>()).add(unknownMember.placeKey());
            }
        }
        surplus.forEach(this::remember);
        deliveries.ask(target, surplus.keySet());
        deliveries.ask(target, drift.missing());
        return strangers;
    }

    /** Asks for some of those the target knows and has not been told of since; returns after whom to go on, null at the end. */
    String refresh(String after, long since) {
        List<String> page = holdings.notToldSince(target.id(), since, after, PAGE);
        deliveries.ask(target, page);
        return page.size() < PAGE ? null : page.get(PAGE - 1);
    }

    private void remember(String userId, Set<String> places) {
        RemoteStateEntity holding = holdings.of(target.id(), List.of(userId)).get(userId);
        if (holding == null) {
            holding = holdings.begin(realm.getId(), target.id(), userId);
        }
        Set<String> all = new TreeSet<>(holding.places());
        all.addAll(places);
        holding.keep(all);
    }
}
