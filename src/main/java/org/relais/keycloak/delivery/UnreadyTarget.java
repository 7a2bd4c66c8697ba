package org.relais.keycloak.delivery;

import java.util.List;
import java.util.Map;

/** Stands for a target that cannot be spoken to as it is configured: whatever is asked of it fails with the same error. */
record UnreadyTarget(String error) implements Target {

    @Override
    public Health check() {
        throw unavailable();
    }

    @Override
    public int batchSize() {
        return 1;
    }

    @Override
    public Map<String, Outcome> bringUpToDate(List<Wanted> people, Deadline deadline) {
        throw unavailable();
    }

    @Override
    public Drift compare(List<PlaceContent> places, Deadline deadline) {
        throw unavailable();
    }

    private TargetUnavailable unavailable() {
        return new TargetUnavailable(error);
    }
}
