package org.relais.keycloak.delivery;

import java.util.List;
import java.util.Map;
import org.relais.keycloak.delivery.target.Deadline;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.DesiredState;
import org.relais.keycloak.delivery.target.Drift;
import org.relais.keycloak.delivery.target.ExpectedMembers;
import org.relais.keycloak.delivery.target.Health;
import org.relais.keycloak.delivery.target.Outcome;
import org.relais.keycloak.delivery.target.TargetUnavailable;

/** Stands for a target that cannot be called as it is configured: every call fails with the same error. */
record MisconfiguredTarget(DeliveryError error) implements Target {

    @Override
    public Health check() {
        throw unavailable();
    }

    @Override
    public int batchSize() {
        return 1;
    }

    @Override
    public Map<String, Outcome> synchronize(List<DesiredState> people, Deadline deadline) {
        throw unavailable();
    }

    @Override
    public Drift compare(List<ExpectedMembers> remoteGroups, Deadline deadline) {
        throw unavailable();
    }

    private TargetUnavailable unavailable() {
        return new TargetUnavailable(error);
    }
}
