package org.relais.keycloak.delivery.moodle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.relais.keycloak.delivery.target.Access;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.DesiredState;
import org.relais.keycloak.delivery.target.RemoteGroup;

/** Makes the cohorts of some people match what they should have. Those without an account are passed over. */
final class CohortSync {

    private final MoodleCohorts cohorts;
    private final CohortMembers members;
    private final List<DesiredState> people;
    private final Map<String, MoodleUser> accounts;
    private final Map<String, DeliveryError> errors;

    /**
     * @param accounts by the id of the user
     * @param errors   by the id of the user; it adds to them
     */
    CohortSync(
            MoodleCohorts cohorts,
            CohortMembers members,
            List<DesiredState> people,
            Map<String, MoodleUser> accounts,
            Map<String, DeliveryError> errors) {
        this.cohorts = cohorts;
        this.members = members;
        this.people = people;
        this.accounts = accounts;
        this.errors = errors;
    }

    void leave() {
        Map<String, Cohort> known = cohorts.find(people.stream()
                .filter(person -> accounts.containsKey(person.userId()))
                .flatMap(person -> person.surplus().stream().map(CohortSync::remoteGroupOf))
                .toList());
        List<CohortMembership> memberships = people.stream()
                .filter(person -> accounts.containsKey(person.userId()))
                .flatMap(person -> person.surplus().stream()
                        .map(known::get)
                        .filter(cohort -> cohort != null && cohort.isOurs())
                        .map(cohort -> membership(person, cohort)))
                .toList();
        members.remove(memberships)
                .forEach(membership -> errors.put(membership.userId(), DeliveryError.MOODLE_COHORT_REFUSED));
    }

    void join() {
        List<DesiredState> present = people.stream()
                .filter(person -> person.isWelcome() && accounts.containsKey(person.userId()))
                .toList();
        Map<String, Cohort> there = cohorts.provide(
                present.stream().flatMap(CohortSync::remoteGroups).distinct().toList());
        List<CohortMembership> memberships = new ArrayList<>();
        for (DesiredState person : present) {
            for (RemoteGroup remoteGroup : remoteGroups(person).toList()) {
                Cohort cohort = there.get(remoteGroup.key());
                if (cohort == null) {
                    errors.put(person.userId(), DeliveryError.MOODLE_COHORT_REFUSED);
                } else if (!cohort.isOurs()) {
                    errors.put(person.userId(), DeliveryError.MOODLE_COHORT_FOREIGN);
                } else {
                    memberships.add(membership(person, cohort));
                }
            }
        }
        members.add(memberships)
                .forEach(membership -> errors.put(membership.userId(), DeliveryError.MOODLE_COHORT_REFUSED));
    }

    private CohortMembership membership(DesiredState person, Cohort cohort) {
        return new CohortMembership(
                person.userId(), accounts.get(person.userId()).id(), cohort);
    }

    private static Stream<RemoteGroup> remoteGroups(DesiredState person) {
        return person.accesses().stream().map(Access::remoteGroup);
    }

    /** Of a group that people were in, only the key is known. */
    private static RemoteGroup remoteGroupOf(String key) {
        return new RemoteGroup(key, key, key);
    }
}
