package org.relais.keycloak.rest;

import java.time.LocalDate;
import java.util.List;
import org.relais.keycloak.journal.JournalAction;
import org.relais.keycloak.journal.JournalFilter;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.NotFound;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Schools;

/**
 * Which lines of the journal an administrator looks for, as written in the address.
 *
 * @param from first day, included
 * @param to   last day, included
 */
record JournalSearch(String school, String group, String person, String actor, String action, String from, String to) {

    JournalFilter filter(RequestContext call) {
        LocalDate first = QueryParams.day("from", from);
        LocalDate last = QueryParams.day("to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw new InvalidInput(Problem.at("to", "days-reversed", first, last));
        }
        return new JournalFilter(
                groups(call),
                null,
                QueryParams.text("person", person, 255),
                QueryParams.text("actor", actor, 255),
                QueryParams.oneOf("action", action, JournalAction.class),
                first == null ? null : call.academy().endOf(first.minusDays(1)),
                last == null ? null : call.academy().endOf(last));
    }

    /** A group may be gone while its lines are not: any id will do. */
    private List<String> groups(RequestContext call) {
        if (group != null) {
            return List.of(QueryParams.text("group", group, 36));
        }
        if (school == null) {
            return null;
        }
        Schools schools = call.schools();
        return schools
                .groupsOf(List.of(
                        schools.withUai(QueryParams.id("school", school)).orElseThrow(() -> new NotFound("school"))))
                .stream()
                .map(ManagedGroup::id)
                .toList();
    }
}
