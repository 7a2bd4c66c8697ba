package org.relais.keycloak.delivery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.provider.Provider;
import org.relais.keycloak.delivery.target.Deadline;
import org.relais.keycloak.delivery.target.DesiredState;
import org.relais.keycloak.delivery.target.Drift;
import org.relais.keycloak.delivery.target.ExpectedMembers;
import org.relais.keycloak.delivery.target.Health;
import org.relais.keycloak.delivery.target.Outcome;
import org.relais.keycloak.delivery.target.TargetUnavailable;
import org.relais.keycloak.delivery.target.UnknownMember;

/**
 * An application that has to know who has access. It is used outside any transaction and after the session that made it, so it
 * keeps neither.
 */
public interface Target extends Provider, AutoCloseable {

    /**
     * Asks the application whether all that is needed is there.
     *
     * @throws TargetUnavailable if it does not answer at all
     */
    Health check();

    /** How many people it takes at once. */
    int batchSize();

    /**
     * Makes the application match what each person should have. It may be called with the same people again at any time.
     *
     * @param deadline no call may begin after it
     * @return the outcome by the id of the person; who is missing has not been tried
     * @throws TargetUnavailable if the application as a whole does not answer: all it has not reached are tried again later
     */
    Map<String, Outcome> synchronize(List<DesiredState> people, Deadline deadline);

    /**
     * Compares what the application holds in some groups with what it should hold, and changes nothing. One that cannot say
     * what it holds reports everybody as missing: all are synchronized again.
     */
    default Drift compare(List<ExpectedMembers> remoteGroups, Deadline deadline) {
        Set<String> everybody = remoteGroups.stream()
                .flatMap(remoteGroup -> remoteGroup.people().keySet().stream())
                .collect(Collectors.toSet());
        return new Drift(everybody, Map.of(), List.of());
    }

    /** Removes a member whom nobody knows from a group. */
    default void remove(UnknownMember member, Deadline deadline) {}

    @Override
    default void close() {}
}
