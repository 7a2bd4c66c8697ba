package org.relais.keycloak.delivery.moodle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.relais.keycloak.delivery.target.Drift;
import org.relais.keycloak.delivery.target.ExpectedMembers;
import org.relais.keycloak.delivery.target.UnknownMember;

/** Compares the cohorts of some schools with who should be in them. Cohorts that are not ours are none of our business. */
final class MoodleReconciliation {

    private final MoodleUsers users;
    private final MoodleCohorts cohorts;
    private final CohortMembers cohortMembers;
    private final Set<String> missing = new TreeSet<>();
    private final Map<String, Set<String>> surplus = new HashMap<>();
    private final List<UnknownMember> unknownMembers = new ArrayList<>();

    MoodleReconciliation(MoodleUsers users, MoodleCohorts cohorts, CohortMembers cohortMembers) {
        this.users = users;
        this.cohorts = cohorts;
        this.cohortMembers = cohortMembers;
    }

    Drift compare(List<ExpectedMembers> remoteGroups) {
        Map<String, Cohort> there = cohorts.search(
                remoteGroups.stream().map(ExpectedMembers::remoteGroup).toList());
        List<Cohort> ours = there.values().stream().filter(Cohort::isOurs).toList();
        Map<String, List<String>> members = cohortMembers.of(ours);
        Map<String, String> owners = owners(members.values());
        for (ExpectedMembers remoteGroup : remoteGroups) {
            Cohort cohort = there.get(remoteGroup.remoteGroup().key());
            if (cohort == null) {
                missing.addAll(remoteGroup.people().keySet());
            } else if (cohort.isOurs()) {
                compare(remoteGroup, cohort, members.getOrDefault(cohort.id(), List.of()), owners);
            }
        }
        return new Drift(missing, surplus, unknownMembers);
    }

    private void compare(ExpectedMembers remoteGroup, Cohort cohort, List<String> members, Map<String, String> owners) {
        Map<String, String> byAccount = new HashMap<>();
        remoteGroup.people().forEach((userId, account) -> byAccount.put(account, userId));
        Set<String> present = new HashSet<>();
        for (String account : members) {
            String userId = byAccount.getOrDefault(account, owners.get(account));
            if (userId == null) {
                unknownMembers.add(new UnknownMember(cohort.idNumber(), cohort.id(), account));
            } else if (remoteGroup.people().containsKey(userId)) {
                present.add(userId);
            } else {
                surplus.computeIfAbsent(userId, any -> new TreeSet<>()).add(cohort.idNumber());
            }
        }
        remoteGroup.people().keySet().stream()
                .filter(it -> !present.contains(it))
                .forEach(missing::add);
    }

    /** Whose the accounts of ours are, by their mark. */
    private Map<String, String> owners(Collection<List<String>> members) {
        List<String> accounts =
                members.stream().flatMap(List::stream).distinct().toList();
        Map<String, String> owners = new HashMap<>();
        users.withIds(accounts).stream()
                .filter(user -> Objects.nonNull(user.userId()))
                .forEach(user -> owners.put(user.id(), user.userId()));
        return owners;
    }
}
