package org.relais.keycloak.delivery;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.relais.keycloak.platform.RealmContext;

/** Everything that is kept about one person and applications, for an answer to the person's own request. */
public final class PersonDeliveries {

    private final Map<String, String> targets;
    private final EntityManager em;

    public PersonDeliveries(RealmContext context) {
        this.targets =
                RealmTarget.of(context.realm()).stream().collect(Collectors.toMap(RealmTarget::id, RealmTarget::name));
        this.em = context.entityManager();
    }

    /**
     * What an application holds of a person.
     *
     * @param remoteId    by which the application knows the person; null if that is not known
     * @param deliveredAt when all was as it should be for the last time; null if it never was
     */
    public record HeldState(String application, Set<String> remoteGroups, String remoteId, Instant deliveredAt) {}

    /**
     * A delivery of a person that waits.
     *
     * @param error code of what the last try met; null if it met nothing
     */
    public record Pending(String application, Instant requestedAt, Instant nextAt, String error) {}

    public List<HeldState> held(String userId) {
        return new RemoteStateStore(em)
                .ofPerson(targets.keySet(), userId).stream()
                        .map(it -> new HeldState(
                                targets.get(it.targetId),
                                it.remoteGroups(),
                                it.remoteId,
                                Optional.ofNullable(it.deliveredAt)
                                        .map(Instant::ofEpochMilli)
                                        .orElse(null)))
                        .toList();
    }

    public List<Pending> waiting(String userId) {
        return new QueueStore(em)
                .ofPeople(targets.keySet(), List.of(userId)).stream()
                        .map(it -> new Pending(
                                targets.get(it.targetId),
                                Instant.ofEpochMilli(it.requestedAt),
                                Instant.ofEpochMilli(it.nextAt),
                                it.lastError))
                        .toList();
    }
}
