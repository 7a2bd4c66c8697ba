package org.relais.keycloak.rest.representation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.grant.AwaitedNames;
import org.relais.keycloak.grant.EndCause;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.grant.GrantStatus;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.school.ManagedGroup;

/** Shows grants with the names of the people they mention, in four statements whatever their number. */
public record GrantMapper(RequestContext call) {

    public GrantRepresentation show(Grant grant) {
        return show(List.of(grant)).get(0);
    }

    public List<GrantRepresentation> show(Collection<Grant> grants) {
        Map<String, Person> people = new ReferencedPeople(call)
                .withIds(
                        grants.stream().map(Grant::userId),
                        grants.stream()
                                .flatMap(grant -> Stream.of(
                                        grant.grantedBy(),
                                        grant.endedBy(),
                                        grant.givenImpersonator(),
                                        grant.endedImpersonator())));
        Map<String, ManagedGroup> groups =
                call.schools().managedGroups(grants.stream().map(Grant::groupId).collect(Collectors.toSet()));
        Map<String, Person> bearers =
                new AwaitedNames(call.context(), call.authority().managesRealm()).bearers(grants);
        return grants.stream()
                .map(grant -> show(grant, Optional.ofNullable(groups.get(grant.groupId())), people, bearers))
                .toList();
    }

    private GrantRepresentation show(
            Grant grant, Optional<ManagedGroup> group, Map<String, Person> people, Map<String, Person> bearers) {
        boolean over = grant.isEnded() || grant.isOverAt(call.clock().instant());
        Optional<Person> person = Optional.ofNullable(grant.userId()).map(people::get);
        EndCause cause = over && grant.endCause() == null ? EndCause.EXPIRED : grant.endCause();
        return new GrantRepresentation(
                grant.id(),
                grant.groupId(),
                group.map(ManagedGroup::name).orElse(null),
                group.map(it -> it.school().uai()).orElse(null),
                grant.userId(),
                person.map(Person::name).orElse(null),
                grant.identifier(),
                over || grant.status() != GrantStatus.PENDING ? null : bearers.get(grant.identifier()),
                (over ? GrantStatus.ENDED : grant.status()).name(),
                cause == null ? null : cause.name(),
                call.academy().dayOf(grant.startsAt()).toString(),
                call.academy().lastDayBefore(grant.endsAt()).toString(),
                grant.reason(),
                ref(grant.grantedBy(), grant.givenImpersonator(), people),
                grant.grantedAt().toString(),
                ref(grant.endedBy(), grant.endedImpersonator(), people),
                text(grant.endedAt()),
                person.map(Person::username).orElse(null),
                person.map(Person::nameDeclared).orElse(null));
    }

    public static NamedReference ref(String id, Map<String, Person> people) {
        return ref(id, null, people);
    }

    /** @param impersonatorId who acted in the person's session; null where the person did */
    public static NamedReference ref(String id, String impersonatorId, Map<String, Person> people) {
        return id == null ? null : NamedReference.of(id, people.get(id), ref(impersonatorId, people));
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
