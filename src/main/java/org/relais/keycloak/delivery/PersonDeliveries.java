package org.relais.keycloak.delivery;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** All that is kept of one person about applications, for whoever must answer a request for it. */
public final class PersonDeliveries {

    private final Map<String, String> targets;
    private final EntityManager em;

    public PersonDeliveries(KeycloakSession session, RealmModel realm) {
        this.targets = RealmTarget.of(realm).stream().collect(Collectors.toMap(RealmTarget::id, RealmTarget::name));
        this.em = session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }

    /**
     * What an application holds of a person.
     *
     * @param remoteId    by which the application knows the person; null if that is not known
     * @param deliveredAt when all was as it should be for the last time; null if it never was
     */
    public record Held(String application, Set<String> places, String remoteId, Instant deliveredAt) {}

    /**
     * What an application is still to be told of a person.
     *
     * @param error code of what the last try met; null if it met nothing
     */
    public record Waiting(String application, Instant requestedAt, Instant nextAt, String error) {}

    public List<Held> held(String userId) {
        return new RemoteStateStore(em)
                .ofPerson(targets.keySet(), userId).stream()
                        .map(it -> new Held(
                                targets.get(it.targetId),
                                it.places(),
                                it.remoteId,
                                Optional.ofNullable(it.deliveredAt)
                                        .map(Instant::ofEpochMilli)
                                        .orElse(null)))
                        .toList();
    }

    public List<Waiting> waiting(String userId) {
        return new QueueStore(em)
                .ofPeople(targets.keySet(), List.of(userId)).stream()
                        .map(it -> new Waiting(
                                targets.get(it.targetId),
                                Instant.ofEpochMilli(it.requestedAt),
                                Instant.ofEpochMilli(it.nextAt),
                                it.lastError))
                        .toList();
    }
}
