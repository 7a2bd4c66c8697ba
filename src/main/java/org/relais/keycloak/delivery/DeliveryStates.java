package org.relais.keycloak.delivery;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.keycloak.delivery.QueueStore.Outage;
import org.relais.keycloak.delivery.QueueStore.Queue;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.platform.RealmContext;

/** The state of deliveries, for people to see: two statements, one more where somebody waits, none where the realm has no target. */
public final class DeliveryStates {

    private final List<RealmTarget> targets;
    private final List<String> targetIds;
    private final QueueStore queue;
    private final RemoteStateStore remoteStates;
    private final Clock clock;

    public DeliveryStates(RealmContext context) {
        EntityManager em = context.entityManager();
        this.targets = RealmTarget.of(context.realm());
        this.targetIds = targets.stream().map(RealmTarget::id).toList();
        this.queue = new QueueStore(em);
        this.remoteStates = new RemoteStateStore(em);
        this.clock = context.clock();
    }

    /**
     * The state of one target.
     *
     * @param waiting how many people wait for it
     * @param doneAt  when the person was up to date for the last time; null if never, or if it is about a group
     * @param retryAt when it is tried again; null if nothing has failed
     * @param error   what the last try met, of others if the target does not answer; null if it met nothing
     */
    public record State(RealmTarget target, long waiting, Instant doneAt, Instant retryAt, DeliveryError error) {

        /** The smaller the worse. */
        private int rank() {
            return error != null ? 0 : waiting > 0 ? 1 : 2;
        }
    }

    /** Of a person, by target. */
    public Map<String, State> ofPerson(String userId) {
        Map<String, State> states = new HashMap<>();
        Map<String, Instant> done = new HashMap<>();
        remoteStates.ofPerson(targetIds, userId).stream()
                .filter(remoteState -> remoteState.deliveredAt != null)
                .forEach(remoteState -> done.put(remoteState.targetId, Instant.ofEpochMilli(remoteState.deliveredAt)));
        Map<String, DeliveryEntity> waiting = new HashMap<>();
        queue.ofPeople(targetIds, List.of(userId)).forEach(row -> waiting.put(row.targetId, row));
        Map<String, Outage> outages = outages(waiting.keySet());
        for (RealmTarget target : targets) {
            DeliveryEntity row = waiting.get(target.id());
            if (row != null) {
                states.put(target.id(), state(target, 1, row.nextAt, row.lastError, outages.get(target.id())));
            } else if (done.containsKey(target.id())) {
                states.put(target.id(), new State(target, 0, done.get(target.id()), null, null));
            }
        }
        return states;
    }

    /** Of those who are in each group or have just left it, by group and target. */
    public Map<String, Map<String, State>> ofGroups(Collection<String> groupIds) {
        Map<String, Map<String, State>> states = new HashMap<>();
        for (String groupId : groupIds) {
            Map<String, State> ofGroup = new HashMap<>();
            targets.forEach(target -> ofGroup.put(target.id(), new State(target, 0, null, null, null)));
            states.put(groupId, ofGroup);
        }
        Map<String, Map<String, Queue>> waiting = waiting(groupIds);
        Map<String, Outage> outages = outages(
                waiting.values().stream().flatMap(it -> it.keySet().stream()).collect(Collectors.toSet()));
        waiting.forEach((groupId, queues) -> targets.stream()
                .filter(target -> queues.containsKey(target.id()))
                .forEach(target -> states.get(groupId)
                        .put(target.id(), state(target, queues.get(target.id()), outages.get(target.id())))));
        return states;
    }

    private Map<String, Map<String, Queue>> waiting(Collection<String> groupIds) {
        Map<String, Map<String, Queue>> waiting = new HashMap<>();
        if (!targets.isEmpty() && !groupIds.isEmpty()) {
            Stream.of(queue.waitingInGroups(groupIds, targetIds), queue.leavingGroups(groupIds, targetIds))
                    .flatMap(List::stream)
                    .forEach(it -> waiting.computeIfAbsent(it.groupId(), any -> new HashMap<>())
                            .merge(it.targetId(), it.queue(), Queue::with));
        }
        return waiting;
    }

    /** The state that concerns an application of a school, if a target feeds it; of several the worst. */
    public static Optional<State> feeding(Map<String, State> states, String clientId, String uai) {
        return states.values().stream()
                .filter(state -> state.target().feeds(clientId, uai))
                .min(Comparator.comparingInt(State::rank)
                        .thenComparing(state -> state.target().name())
                        .thenComparing(state -> state.target().id()));
    }

    private Map<String, Outage> outages(Collection<String> ofTargets) {
        Map<String, Outage> outages = new HashMap<>();
        if (!ofTargets.isEmpty()) {
            queue.outages(ofTargets, clock.millis()).forEach(it -> outages.put(it.targetId(), it));
        }
        return outages;
    }

    private State state(RealmTarget target, Queue waiting, Outage outage) {
        return state(target, waiting.waiting(), waiting.retryAt(), waiting.error(), outage);
    }

    /** @param outage of the target as a whole; null if it is not left alone */
    private State state(RealmTarget target, long waiting, Long retryAt, String error, Outage outage) {
        if (outage != null) {
            return new State(
                    target,
                    waiting,
                    null,
                    Instant.ofEpochMilli(outage.until()),
                    DeliveryError.ofStored(outage.error()));
        }
        Instant next = error == null ? null : Instant.ofEpochMilli(Math.max(retryAt, clock.millis()));
        return new State(target, waiting, null, next, DeliveryError.ofStored(error));
    }
}
