package org.relais.keycloak.directory.index;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.keycloak.models.KeycloakSession;
import org.relais.keycloak.platform.EntityManagers;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.platform.RealmJobs;

/**
 * Finds the accounts that appeared by whatever route, a federation or a partial import too, along the time of their last
 * change. Keycloak 26.7 moves that time when an account is created and at a change by SCIM, not at other changes.
 */
public final class UserChangeFeed {

    /** A change may be committed that much later than its time says: as long as a transaction of Keycloak may take. */
    static final Duration LATE = Duration.ofMinutes(5);

    private static final int PAGE = 100;

    private final RealmJobs jobs;
    private final Clock clock;

    public UserChangeFeed(RealmJobs jobs) {
        this.jobs = jobs;
        this.clock = jobs.clock();
    }

    /**
     * Hands over the accounts that are new to a reader, and again those of the last minutes; one statement where there are
     * none. The watermark moves in the transaction of the work: what fails is handed over again.
     *
     * @param reader who reads; each reader has a watermark of its own
     * @param work   gets a session in the realm, in a transaction of its own, and the ids of at most 100 users; it is
     *               harmless to do it twice
     * @param atMost how long it may take; the next pass goes on from there
     * @return how many ids were handed over
     */
    public int pass(String realmId, String reader, Duration atMost, BiConsumer<RealmContext, List<String>> work) {
        Instant stop = clock.instant().plus(atMost);
        Pass pass = new Pass(realmId, reader, clock.millis() - LATE.toMillis());
        int handedOver = 0;
        boolean more = true;
        while (more) {
            int page = jobs.inTransaction(session -> pass.next(session, work));
            handedOver += page;
            more = page == PAGE && clock.instant().isBefore(stop);
        }
        return handedOver;
    }

    /** One way through what has changed. */
    private final class Pass {

        private final String realmId;
        private final String reader;
        private final long settled;
        private ChangePosition place;

        /** @param settled what was changed before this instant has been committed */
        Pass(String realmId, String reader, long settled) {
            this.realmId = realmId;
            this.reader = reader;
            this.settled = settled;
        }

        int next(KeycloakSession session, BiConsumer<RealmContext, List<String>> work) {
            WatermarkStore store = new WatermarkStore(EntityManagers.of(session));
            List<ChangePosition> page = page(store);
            Optional<RealmContext> context = page.isEmpty() ? Optional.empty() : jobs.enter(session, realmId);
            if (context.isEmpty()) {
                return 0;
            }
            work.accept(
                    context.get(), page.stream().map(ChangePosition::personId).toList());
            place = page.get(page.size() - 1);
            store.advance(realmId, reader, place.noLaterThan(settled));
            return page.size();
        }

        private List<ChangePosition> page(WatermarkStore store) {
            return place == null ? store.behindWatermark(realmId, reader, PAGE) : store.behind(realmId, place, PAGE);
        }
    }
}
