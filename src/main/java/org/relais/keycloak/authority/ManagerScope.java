package org.relais.keycloak.authority;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private Set<String> delegatedGroupIds;
    private Set<String> managedIds;

    ManagerScope(RealmContext context, Schools schools, UserModel person) {
        this.context = context;
        this.schools = schools;
        this.person = person;
    }

    boolean managesSomething() {
        return !delegatedGroupIds().isEmpty() || officialGroups().stream().anyMatch(this::managesOthers);
    }

    /** All of them, by name; two statements whatever the number of groups in the realm. */
    List<ManagedGroup> groups() {
        Set<School> bySchool = officialGroups().stream()
                .filter(this::managesOthers)
                .map(ManagedGroup::school)
                .collect(Collectors.toSet());
        Stream<ManagedGroup> byRule = schools.groupsOf(bySchool).stream().filter(this::managesByRule);
        Stream<ManagedGroup> delegated =
                delegatedGroupIds().stream().map(schools::managedGroup).flatMap(Optional::stream);
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
        return managesByRule(group) || delegatedGroupIds().contains(group.id());
    }

    /** The same for a group of which only the id is known. It reads no group once all of them have been read. */
    boolean manages(String groupId) {
        return managedIds == null
                ? schools.managedGroup(groupId).filter(this::manages).isPresent()
                : managedIds.contains(groupId);
    }

    /** As an official member of a group of the same school whose profile manages it. */
    boolean managesByRule(ManagedGroup group) {
        return officialGroups().stream()
                .anyMatch(own -> own.isIn(group.school()) && group.profile().isManagedBy(own.profile()));
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

    private Set<String> delegatedGroupIds() {
        if (delegatedGroupIds == null) {
            Collection<String> own =
                    officialGroups().stream().map(ManagedGroup::id).toList();
            delegatedGroupIds = new Delegations(context)
                    .to(person, own).stream().map(Delegation::groupId).collect(Collectors.toSet());
        }
        return delegatedGroupIds;
    }
}
