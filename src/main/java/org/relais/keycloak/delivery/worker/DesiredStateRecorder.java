package org.relais.keycloak.delivery.worker;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.relais.keycloak.delivery.DesiredStateReader;
import org.relais.keycloak.delivery.RealmTarget;
import org.relais.keycloak.delivery.RemoteStateEntity;
import org.relais.keycloak.delivery.RemoteStateStore;
import org.relais.keycloak.delivery.target.DesiredState;

/** What is about to be told to a target, written down before: whatever happens then, we know where people may be. */
final class DesiredStateRecorder {

    private final RealmModel realm;
    private final RealmTarget target;
    private final DesiredStateReader states;
    private final RemoteStateStore holdings;

    DesiredStateRecorder(KeycloakSession session, RealmModel realm, RealmTarget target, Clock clock) {
        this.realm = realm;
        this.target = target;
        this.states = new DesiredStateReader(session, realm, target, clock);
        this.holdings = new RemoteStateStore(
                session.getProvider(JpaConnectionProvider.class).getEntityManager());
    }

    List<DesiredState> writeDown(Collection<String> userIds) {
        Map<String, RemoteStateEntity> held = holdings.of(target.id(), userIds);
        return userIds.stream()
                .sorted()
                .map(userId -> writeDown(userId, held.get(userId)))
                .toList();
    }

    private DesiredState writeDown(String userId, RemoteStateEntity known) {
        DesiredState wanted = states.of(userId, known);
        if (!wanted.isNothing()) {
            RemoteStateEntity holding = known == null ? holdings.begin(realm.getId(), target.id(), userId) : known;
            Set<String> places = new TreeSet<>(holding.places());
            if (places.addAll(wanted.wantedKeys())) {
                holding.keep(places);
            }
        }
        return wanted;
    }
}
