package org.relais.keycloak.authority;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.grant.Ledger;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.School;
import org.relais.keycloak.school.Schools;

/** The groups that a person manages, by the official record and by delegations; each is read once. */
final class ManagerScope {

    private final RealmContext context;
    private final Schools schools;
    private final UserModel person;
    private List<ManagedGroup> officialGroups;
    private Map<String, Delegation> delegations;
    private Set<String> managedIds;

    ManagerScope(RealmContext context, Schools schools, UserModel person) {
        this.context = context;
        this.schools = schools;
        this.person = person;
    }

    boolean managesSomething() {
        return !delegations().isEmpty() || officialGroups().stream().anyMatch(this::managesOthers);
    }

    /** All of them, by name; a fixed number of statements whatever the number of groups in the realm. */
    List<ManagedGroup> groups() {
        Set<School> bySchool = officialGroups().stream()
                .filter(this::managesOthers)
                .map(ManagedGroup::school)
                .collect(Collectors.toSet());
        Stream<ManagedGroup> byRule = schools.groupsOf(bySchool).stream().filter(this::managesByRule);
        Stream<ManagedGroup> delegated = schools.managedGroups(delegations().keySet()).values().stream();
        List<ManagedGroup> all = Stream.concat(byRule, delegated)
                .collect(Collectors.toMap(ManagedGroup::id, group -> group, (one, same) -> one))
                .values()
                .stream()
                .sorted(Comparator.comparing(ManagedGroup::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        managedIds = all.stream().map(ManagedGroup::id).collect(Collectors.toCollection(HashSet::new));
        return all;
    }

    boolean manages(ManagedGroup group) {
        return managesByRule(group) || delegation(group).isPresent();
    }

    /** The same for a group of which only the id is known. It reads no group once all of them have been read. */
    boolean manages(String groupId) {
        return managedIds == null
                ? schools.managedGroup(groupId).filter(this::manages).isPresent()
                : managedIds.contains(groupId);
    }

    /** The delegation by which the person manages a group, the longest of several; empty if there is none. */
    Optional<Delegation> delegation(ManagedGroup group) {
        return Optional.ofNullable(delegations().get(group.id()));
    }

    /** The ids of the managed groups the person is officially in. */
    Set<String> officialGroupIds() {
        return officialGroups().stream().map(ManagedGroup::id).collect(Collectors.toSet());
    }

    /** As an official member of a group of the same school whose profile manages it. */
    boolean managesByRule(ManagedGroup group) {
        return Giver.manages(officialGroups(), group);
    }

    private boolean managesOthers(ManagedGroup own) {
        return schools.profiles().all().stream().anyMatch(profile -> profile.isManagedBy(own.profile()));
    }

    /** The managed groups the caller is in by the official record. */
    private List<ManagedGroup> officialGroups() {
        if (officialGroups == null) {
            Set<String> granted = new Ledger(context)
                    .openOf(person.getId()).stream().map(Grant::groupId).collect(Collectors.toSet());
            officialGroups = person.getGroupsStream()
                    .filter(group -> !granted.contains(group.getId()))
                    .map(schools::managedGroup)
                    .flatMap(Optional::stream)
                    .toList();
        }
        return officialGroups;
    }

    /** Those that hold, by group. */
    private Map<String, Delegation> delegations() {
        if (delegations == null) {
            delegations = new Delegations(context, schools)
                    .to(person, officialGroupIds()).stream()
                            .collect(Collectors.toMap(
                                    Delegation::groupId,
                                    it -> it,
                                    BinaryOperator.maxBy(Comparator.comparing(Delegation::endsAt))));
        }
        return delegations;
    }
}
