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

/** A Moodle, spoken to over its web services. */
record MoodleTarget(MoodleApi api, MoodleUsers users, MoodleCohorts cohorts, CohortMembers members) implements Target {

    private static final Duration TIME_OF_A_CHECK = Duration.ofSeconds(20);

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
    public Map<String, Outcome> synchronize(List<DesiredState> people, Deadline deadline) {
        api.until(deadline);
        MoodleSync sync = new MoodleSync(users, cohorts, members, people);
        try {
            sync.run();
        } catch (DeadlineExceeded over) {
            return sync.outcomes();
        }
        return sync.outcomes();
    }

    @Override
    public Drift compare(List<ExpectedMembers> remoteGroups, Deadline deadline) {
        api.until(deadline);
        return new MoodleReconciliation(users, cohorts, members).compare(remoteGroups);
    }

    @Override
    public void remove(UnknownMember member, Deadline deadline) {
        api.until(deadline);
        members.remove(List.of(new CohortMembership(
                null, member.remoteId(), new Cohort(member.remoteGroupId(), member.groupKey(), true))));
    }
}
