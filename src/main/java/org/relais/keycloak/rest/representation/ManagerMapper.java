package org.relais.keycloak.rest.representation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    public List<ManagerRepresentation> of(ManagedGroup group) {
        return of(List.of(group)).get(group.id());
    }

    Map<String, List<ManagerRepresentation>> of(Collection<ManagedGroup> groups) {
        List<School> ofSchools =
                groups.stream().map(ManagedGroup::school).distinct().toList();
        List<ManagedGroup> all = call.schools().groupsOf(ofSchools);
        List<Delegation> delegations = new Delegations(call.context()).of(groups);
        Map<String, Person> people = peopleOf(delegations);
        return groups.stream()
                .collect(Collectors.toMap(
                        ManagedGroup::id,
                        group -> Stream.concat(
                                        byProfile(group, all),
                                        delegations.stream()
                                                .filter(it -> it.groupId().equals(group.id()))
                                                .map(it -> show(it, people)))
                                .toList()));
    }

    public ManagerRepresentation show(Delegation delegation) {
        return show(delegation, peopleOf(List.of(delegation)));
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
                        null));
    }

    private ManagerRepresentation show(Delegation delegation, Map<String, Person> people) {
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
                person.map(Person::nameDeclared).orElse(null));
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
