package org.relais.keycloak.rest;

import java.util.List;
import java.util.Map;
import org.relais.keycloak.directory.People;
import org.relais.keycloak.directory.PeoplePage;
import org.relais.keycloak.directory.index.PeoplePosition;
import org.relais.keycloak.directory.index.PeopleSearch;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.grant.Members;
import org.relais.keycloak.grant.Membership;
import org.relais.keycloak.platform.RateLimiter;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.rest.http.Cursor;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.http.RequestProblem;
import org.relais.keycloak.rest.representation.FoundPersonRepresentation;
import org.relais.keycloak.rest.representation.PersonTypeRepresentation;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.PersonTypes;
import org.relais.keycloak.school.School;

/** Searches the directory for a manager or an administrator. It counts the searches and records none of them. */
final class PeoplePages {

    static final String MINE = "mine";
    static final String ALL = "all";

    private final RequestContext call;
    private final RateLimiter limit;

    PeoplePages(RequestContext call, RateLimiter limit) {
        this.call = call;
        this.limit = limit;
    }

    /**
     * @param school a UAI, {@value #MINE} or {@value #ALL}; null for all
     * @param type   null for all
     * @param group  id of a group the caller manages, of which the answer says who is in it; null for none
     */
    Page<FoundPersonRepresentation> page(String q, String school, String type, String group, String cursor, int max) {
        call.authority().requireDirectory();
        new SearchQuota(call, limit).takeSearch();
        ManagedGroup of = group == null ? null : call.authority().requireVisible(group);
        PeopleSearch search = new PeopleSearch(
                q == null ? "" : q,
                schools(QueryParams.text("school", school, 16)),
                type(QueryParams.text("type", type, 48)));
        PeoplePage found = new People(call.context()).search(search, position(cursor), max);
        return new Page<>(
                show(found.people(), of),
                found.next() == null ? null : Cursor.write(found.next().parts().toArray()));
    }

    Page<PersonTypeRepresentation> types() {
        call.authority().requireDirectory();
        return new Page<>(
                PersonTypes.of(call.realm()).visible().stream()
                        .map(type -> new PersonTypeRepresentation(type.id(), type.label(call.locale())))
                        .toList(),
                null);
    }

    private List<String> schools(String school) {
        if (school == null || school.equalsIgnoreCase(ALL)) {
            return null;
        }
        if (school.equalsIgnoreCase(MINE)) {
            return call.authority().groups().stream()
                    .map(ManagedGroup::school)
                    .map(School::uai)
                    .distinct()
                    .toList();
        }
        return call.schools()
                .withUai(school)
                .map(School::uai)
                .map(List::of)
                .orElseThrow(() -> new InvalidInput(Problem.at("school", RequestProblem.UNKNOWN_SCHOOL, school)));
    }

    private String type(String type) {
        if (type == null) {
            return null;
        }
        return PersonTypes.of(call.realm())
                .visible(type)
                .orElseThrow(() -> new InvalidInput(Problem.at("type", RequestProblem.UNKNOWN_TYPE, type)))
                .id();
    }

    private static PeoplePosition position(String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursor.read(cursor, PeoplePosition.PARTS);
        Cursor.number(parts.get(0));
        Cursor.number(parts.get(1));
        return PeoplePosition.of(parts);
    }

    private List<FoundPersonRepresentation> show(List<Person> people, ManagedGroup group) {
        Map<String, Membership> memberships = group == null
                ? Map.of()
                : new Members(call.context())
                        .among(group, people.stream().map(Person::id).toList());
        return people.stream()
                .map(person -> FoundPersonRepresentation.of(person, show(memberships.get(person.id()))))
                .toList();
    }

    private FoundPersonRepresentation.MembershipView show(Membership membership) {
        return membership == null
                ? null
                : new FoundPersonRepresentation.MembershipView(
                        membership.origin().name(),
                        membership.grant() == null
                                ? null
                                : call.academy()
                                        .lastDayBefore(membership.grant().endsAt())
                                        .toString());
    }
}
