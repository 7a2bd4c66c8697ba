package org.relais.keycloak.directory.index;

import java.time.Duration;

/**
 * When a reconciliation of the index begins by itself: on a realm that was never indexed, when what the realm says about
 * reading accounts has changed, after a federation was synchronised, and once a day.
 *
 * @param configuration what the realm says about reading accounts, as a digest
 * @param syncs         when its federations were last synchronised, as a digest
 * @param now           in milliseconds since 1970
 */
record ReconciliationSchedule(String configuration, String syncs, long now) {

    private static final Duration AT_THE_LATEST = Duration.ofDays(1);

    /** How many times as long as it took a reconciliation rests after it. */
    private static final int REST = 3;

    /** A reconciliation that is under way runs to its end, however often federations are synchronised meanwhile. */
    boolean isDue(IndexStateEntity state) {
        if (!configuration.equals(state.configuration)) {
            return true;
        }
        boolean isOver = state.endedAt != null;
        return isOver && (isOld(state) || isRested(state) && !syncs.equals(state.syncs));
    }

    private boolean isOld(IndexStateEntity state) {
        return now - state.startedAt >= AT_THE_LATEST.toMillis();
    }

    /** Otherwise a large realm would be reconciled without end if its directory is synchronised every few minutes. */
    private boolean isRested(IndexStateEntity state) {
        return now - state.endedAt >= REST * (state.endedAt - state.startedAt);
    }
}
