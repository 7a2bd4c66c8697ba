package org.relais.keycloak.delivery;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What is about to be told to a target, written down before: whatever happens then, we know where people may be. */
final class Intentions {

    private final RealmModel realm;
    private final RealmTarget target;
    private final WantedStates states;
    private final HoldingStore holdings;

    Intentions(KeycloakSession session, RealmModel realm, RealmTarget target, Clock clock) {
        this.realm = realm;
        this.target = target;
        this.states = new WantedStates(session, realm, target, clock);
        this.holdings = new HoldingStore(
                session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    List<Wanted> writeDown(Collection<String> userIds) {
        Map<String, HoldingEntity> held = holdings.of(target.id(), userIds);
        return userIds.stream()
                .sorted()
                .map(userId -> writeDown(userId, held.get(userId)))
                .toList();
    }

    private Wanted writeDown(String userId, HoldingEntity known) {
        Wanted wanted = states.of(userId, known);
        if (!wanted.isNothing()) {
            HoldingEntity holding = known == null ? holdings.begin(realm.getId(), target.id(), userId) : known;
            Set<String> places = new TreeSet<>(holding.places());
            if (places.addAll(wanted.wantedKeys())) {
                holding.keep(places);
            }
        }
        return wanted;
    }
}
