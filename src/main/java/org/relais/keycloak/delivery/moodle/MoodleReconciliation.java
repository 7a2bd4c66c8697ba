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
    private final Set<String> missing = new TreeSet<>();
    private final Map<String, Set<String>> surplus = new HashMap<>();
    private final List<UnknownMember> strangers = new ArrayList<>();

    MoodleReconciliation(MoodleUsers users, MoodleCohorts cohorts) {
        this.users = users;
        this.cohorts = cohorts;
    }

    Drift compare(List<ExpectedMembers> places) {
        Map<String, Cohort> there =
                cohorts.search(places.stream().map(ExpectedMembers::place).toList());
        List<Cohort> ours = there.values().stream().filter(Cohort::isOurs).toList();
        Map<String, List<String>> members = cohorts.members(ours);
        Map<String, String> owners = owners(members.values());
        for (ExpectedMembers place : places) {
            Cohort cohort = there.get(place.place().key());
            if (cohort == null) {
                missing.addAll(place.people().keySet());
            } else if (cohort.isOurs()) {
                compare(place, cohort, members.getOrDefault(cohort.id(), List.of()), owners);
            }
        }
        return new Drift(missing, surplus, strangers);
    }

    private void compare(ExpectedMembers place, Cohort cohort, List<String> members, Map<String, String> owners) {
        Map<String, String> byAccount = new HashMap<>();
        place.people().forEach((userId, account) -> byAccount.put(account, userId));
        Set<String> present = new HashSet<>();
        for (String account : members) {
            String userId = byAccount.getOrDefault(account, owners.get(account));
            if (userId == null) {
                strangers.add(new UnknownMember(cohort.idNumber(), cohort.id(), account));
            } else if (place.people().containsKey(userId)) {
                present.add(userId);
            } else {
                surplus.computeIfAbsent(userId, any -> new TreeSet<>()).add(cohort.idNumber());
            }
        }
        place.people().keySet().stream().filter(it -> !present.contains(it)).forEach(missing::add);
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
