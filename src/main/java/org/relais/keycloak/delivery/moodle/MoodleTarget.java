package org.relais.keycloak.delivery.moodle;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.relais.keycloak.delivery.Target;
import org.relais.keycloak.delivery.target.Deadline;
import org.relais.keycloak.delivery.target.DesiredState;
import org.relais.keycloak.delivery.target.Drift;
import org.relais.keycloak.delivery.target.ExpectedMembers;
import org.relais.keycloak.delivery.target.Health;
import org.relais.keycloak.delivery.target.Outcome;
import org.relais.keycloak.delivery.target.UnknownMember;

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
    public Map<String, Outcome> bringUpToDate(List<DesiredState> people, Deadline deadline) {
        api.until(deadline);
        MoodleSync round = new MoodleSync(users, cohorts, people);
        try {
            round.run();
        } catch (DeadlineExceeded over) {
            return round.outcomes();
        }
        return round.outcomes();
    }

    @Override
    public Drift compare(List<ExpectedMembers> places, Deadline deadline) {
        api.until(deadline);
        return new MoodleReconciliation(users, cohorts).compare(places);
    }

    @Override
    public void remove(UnknownMember unknownMember, Deadline deadline) {
        api.until(deadline);
        cohorts.remove(List.of(new MoodleCohorts.Seat(
                null,
                unknownMember.remoteId(),
                new Cohort(unknownMember.remotePlaceId(), unknownMember.placeKey(), true))));
    }
}
