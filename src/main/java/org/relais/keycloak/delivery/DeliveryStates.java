package org.relais.keycloak.delivery;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.relais.keycloak.delivery.QueueStore.Queue;

/** How deliveries stand, for people to see: two statements, none where the realm has no target. */
public final class DeliveryStates {

    private final List<RealmTarget> targets;
    private final List<String> targetIds;
    private final QueueStore queue;
    private final HoldingStore holdings;

    public DeliveryStates(KeycloakSession session, RealmModel realm) {
        EntityManager em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
        this.targets = RealmTarget.of(realm);
        this.targetIds = targets.stream().map(RealmTarget::id).toList();
        this.queue = new QueueStore(em);
        this.holdings = new HoldingStore(em);
    }

    /**
     * How it stands with one target.
     *
     * @param waiting how many people wait for it
     * @param doneAt  when the person was up to date for the last time; null if never, or if it is about a group
     * @param retryAt when it is tried next
     * @param error   code of what the last try met; null if it met nothing
     */
    public record State(RealmTarget target, long waiting, Instant doneAt, Instant retryAt, String error) {}

    /** Of a person, by target. */
    public Map<String, State> ofPerson(String userId) {
        Map<String, State> states = new HashMap<>();
        Map<String, Instant> done = new HashMap<>();
        holdings.ofPerson(targetIds, userId).stream()
                .filter(holding -> holding.deliveredAt != null)
                .forEach(holding -> done.put(holding.targetId, Instant.ofEpochMilli(holding.deliveredAt)));
        Map<String, DeliveryEntity> waiting = new HashMap<>();
        queue.ofPeople(targetIds, List.of(userId)).forEach(row -> waiting.put(row.targetId, row));
        for (RealmTarget target : targets) {
            DeliveryEntity row = waiting.get(target.id());
            if (row != null) {
                states.put(target.id(), new State(target, 1, null, Instant.ofEpochMilli(row.nextAt), row.lastError));
            } else if (done.containsKey(target.id())) {
                states.put(target.id(), new State(target, 0, done.get(target.id()), null, null));
            }
        }
        return states;
    }

    /** Of the members of each group, by group and target: one statement. */
    public Map<String, Map<String, State>> ofGroups(Collection<String> groupIds) {
        Map<String, Map<String, State>> states = new HashMap<>();
        for (String groupId : groupIds) {
            Map<String, State> ofGroup = new HashMap<>();
            targets.forEach(target -> ofGroup.put(target.id(), new State(target, 0, null, null, null)));
            states.put(groupId, ofGroup);
        }
        if (!targets.isEmpty() && !groupIds.isEmpty()) {
            queue.waitingInGroups(groupIds, targetIds)
                    .forEach(waiting -> states.get(waiting.groupId()).put(waiting.targetId(), state(waiting.queue())));
        }
        return states;
    }

    /** The state that concerns an application of a school, if a target feeds it. */
    public static Optional<State> feeding(Map<String, State> states, String clientId, String uai) {
        return states.values().stream()
                .filter(state -> state.target().feeds(clientId, uai))
                .findFirst();
    }

    private State state(Queue waiting) {
        RealmTarget target = targets.stream()
                .filter(it -> it.id().equals(waiting.targetId()))
                .findFirst()
                .orElseThrow();
        return new State(target, waiting.waiting(), null, Instant.ofEpochMilli(waiting.nextAt()), waiting.error());
    }
}
