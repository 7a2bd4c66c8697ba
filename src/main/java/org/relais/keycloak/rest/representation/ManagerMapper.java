package org.relais.keycloak.rest.representation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.keycloak.authority.Delegation;
import org.relais.keycloak.authority.Delegations;
import org.relais.keycloak.authority.PrincipalType;
import org.relais.keycloak.directory.People;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.School;

/** Shows who manages some groups, in a constant number of statements. */
public record ManagerMapper(RequestContext call) {

    /** Who manages a group, and the delegations that somebody has to confirm before they manage it again. */
    public List<ManagerRepresentation> all(ManagedGroup group) {
        return all(List.of(group)).get(group.id());
    }

    /** Only those who manage the groups now. */
    Map<String, List<ManagerRepresentation>> of(Collection<ManagedGroup> groups) {
        Map<String, List<ManagerRepresentation>> all = all(groups);
        all.replaceAll((id, managers) ->
                managers.stream().filter(it -> !it.toConfirm()).toList());
        return all;
    }

    private Map<String, List<ManagerRepresentation>> all(Collection<ManagedGroup> groups) {
        List<School> ofSchools =
                groups.stream().map(ManagedGroup::school).distinct().toList();
        List<ManagedGroup> all = call.schools().groupsOf(ofSchools);
        List<Delegation> delegations = delegations().of(groups);
        Set<String> holding = delegations().holding(delegations);
        Map<String, Person> people = peopleOf(delegations);
        return groups.stream()
                .collect(Collectors.toMap(
                        ManagedGroup::id,
                        group -> Stream.concat(
                                        byProfile(group, all),
                                        delegations.stream()
                                                .filter(it -> it.groupId().equals(group.id()))
                                                .map(it -> show(it, people, !holding.contains(it.id()))))
                                .toList()));
    }

    public ManagerRepresentation show(Delegation delegation) {
        boolean holds = !delegations().holding(List.of(delegation)).isEmpty();
        return show(delegation, peopleOf(List.of(delegation)), !holds);
    }

    private Stream<ManagerRepresentation> byProfile(ManagedGroup group, List<ManagedGroup> all) {
        return all.stream()
                .filter(other -> other.isIn(group.school()) && group.profile().isManagedBy(other.profile()))
                .map(other -> new ManagerRepresentation(
                        other.id(),
                        PrincipalType.GROUP.name(),
                        other.id(),
                        other.profile().label(call.locale()) + " (" + other.name() + ")",
                        true,
                        null,
                        null,
                        null,
                        false));
    }

    private Delegations delegations() {
        return new Delegations(call.context(), call.schools());
    }

    private ManagerRepresentation show(Delegation delegation, Map<String, Person> people, boolean toConfirm) {
        Optional<Person> person = delegation.principalType() == PrincipalType.USER
                ? Optional.ofNullable(people.get(delegation.principalId()))
                : Optional.empty();
        Optional<String> name = delegation.principalType() == PrincipalType.USER
                ? person.map(Person::name)
                : call.schools()
                        .managedGroup(delegation.principalId())
                        .map(group -> group.profile().label(call.locale()) + " (" + group.name() + ")");
        return new ManagerRepresentation(
                delegation.id(),
                delegation.principalType().name(),
                delegation.principalId(),
                name.orElse(null),
                false,
                call.academy().lastDayBefore(delegation.endsAt()).toString(),
                person.map(Person::username).orElse(null),
                person.map(Person::nameDeclared).orElse(null),
                toConfirm);
    }

    private Map<String, Person> peopleOf(List<Delegation> delegations) {
        return new People(call.context())
                .withIds(delegations.stream()
                        .filter(it -> it.principalType() == PrincipalType.USER)
                        .map(Delegation::principalId)
                        .distinct()
                        .toList());
    }
}
