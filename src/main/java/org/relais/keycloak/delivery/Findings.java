package org.relais.keycloak.delivery;

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

/** Takes up what a comparison found: whoever is wrong is asked for, and what is held of them too much is remembered. */
final class Findings {

    private static final int PAGE = 500;

    private final RealmModel realm;
    private final RealmTarget target;
    private final Deliveries deliveries;
    private final HoldingStore holdings;

    Findings(KeycloakSession session, RealmModel realm, RealmTarget target, Clock clock) {
        this.realm = realm;
        this.target = target;
        this.deliveries = new Deliveries(session, realm, clock);
        this.holdings = new HoldingStore(
                session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    /** Returns those who are strangers indeed: an account we know may have come to us in another way than by its mark. */
    List<Stranger> takeUp(Drift drift) {
        Map<String, Set<String>> surplus = new HashMap<>();
        drift.surplus().forEach((userId, places) -> surplus.put(userId, new TreeSet<>(places)));
        Map<String, String> known = holdings.usersWithRemoteIds(
                target.id(), drift.strangers().stream().map(Stranger::remoteId).toList());
        List<Stranger> strangers = new ArrayList<>();
        for (Stranger stranger : drift.strangers()) {
            String userId = known.get(stranger.remoteId());
            if (userId == null) {
                strangers.add(stranger);
            } else {
                surplus.computeIfAbsent(userId, any -> new TreeSet<>()).add(stranger.placeKey());
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
        HoldingEntity holding = holdings.of(target.id(), List.of(userId)).get(userId);
        if (holding == null) {
            holding = holdings.begin(realm.getId(), target.id(), userId);
        }
        Set<String> all = new TreeSet<>(holding.places());
        all.addAll(places);
        holding.keep(all);
    }
}
