package org.relais.keycloak.delivery.worker;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.relais.keycloak.delivery.DesiredStateReader;
import org.relais.keycloak.delivery.RealmTarget;
import org.relais.keycloak.delivery.RemoteStateEntity;
import org.relais.keycloak.delivery.RemoteStateStore;
import org.relais.keycloak.delivery.target.DesiredState;
import org.relais.keycloak.platform.RealmContext;

/** Records what a target is about to hold before it is called: whatever happens then, it is known where people may be. */
record DesiredStateRecorder(
        RealmContext context, RealmTarget target, DesiredStateReader states, RemoteStateStore remoteStates) {

    DesiredStateRecorder(RealmContext context, RealmTarget target) {
        this(context, target, new DesiredStateReader(context, target), new RemoteStateStore(context.entityManager()));
    }

    List<DesiredState> record(Collection<String> userIds) {
        Map<String, RemoteStateEntity> known = remoteStates.of(target.id(), userIds);
        return userIds.stream()
                .sorted()
                .map(userId -> record(userId, known.get(userId)))
                .toList();
    }

    private DesiredState record(String userId, RemoteStateEntity known) {
        DesiredState desired = states.of(userId, known);
        if (!desired.isNothing()) {
            RemoteStateEntity remoteState =
                    known == null ? remoteStates.begin(context.realmId(), target.id(), userId) : known;
            Set<String> groups = new TreeSet<>(remoteState.remoteGroups());
            if (groups.addAll(desired.wantedKeys())) {
                remoteState.keep(groups);
            }
        }
        return desired;
    }
}
