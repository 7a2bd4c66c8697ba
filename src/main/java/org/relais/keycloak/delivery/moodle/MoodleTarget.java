package org.relais.keycloak.delivery.moodle;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.delivery.Deadline;
import org.relais.keycloak.delivery.Drift;
import org.relais.keycloak.delivery.Health;
import org.relais.keycloak.delivery.Outcome;
import org.relais.keycloak.delivery.PlaceContent;
import org.relais.keycloak.delivery.Stranger;
import org.relais.keycloak.delivery.Target;
import org.relais.keycloak.delivery.Wanted;

/** A Moodle. */
final class MoodleTarget implements Target {

    private static final Duration TIME_OF_A_CHECK = Duration.ofSeconds(20);

    private final MoodleApi api;
    private final MoodleUsers users;
    private final MoodleCohorts cohorts;

    MoodleTarget(MoodleApi api, MoodleUsers users, MoodleCohorts cohorts) {
        this.api = api;
        this.users = users;
        this.cohorts = cohorts;
    }

    @Override
    public Health check() {
        api.until(Deadline.in(TIME_OF_A_CHECK));
        return new MoodleCheck(api).run();
    }

    @Override
    public int batchSize() {
        return Batches.ROWS;
    }

    @Override
    public Map<String, Outcome> bringUpToDate(List<Wanted> people, Deadline deadline) {
        api.until(deadline);
        MoodleRound round = new MoodleRound(users, cohorts, people);
        try {
            round.run();
        } catch (OutOfTime over) {
            return round.outcomes();
        }
        return round.outcomes();
    }

    @Override
    public Drift compare(List<PlaceContent> places, Deadline deadline) {
        api.until(deadline);
        return new MoodleComparison(users, cohorts).compare(places);
    }

    @Override
    public void remove(Stranger stranger, Deadline deadline) {
        api.until(deadline);
        cohorts.remove(List.of(new MoodleCohorts.Seat(
                null, stranger.remoteId(), new Cohort(stranger.remotePlaceId(), stranger.placeKey(), true))));
    }
}
