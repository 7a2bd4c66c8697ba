package org.relais.keycloak.rest;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import org.relais.keycloak.journal.JournalAction;
import org.relais.keycloak.journal.JournalFilter;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.http.RequestProblem;
import org.relais.keycloak.school.ManagedGroup;

/** Which lines of the journal an administrator looks for: the query parameters of the list and of the table. */
public class JournalSearch {

    @QueryParam("school")
    public String school;

    @QueryParam("group")
    public String group;

    @QueryParam("person")
    public String person;

    @QueryParam("actor")
    public String actor;

    @QueryParam("action")
    public String action;

    /** The first day, included. */
    @QueryParam("from")
    public String from;

    /** The last day, included. */
    @QueryParam("to")
    public String to;

    JournalFilter filter(RequestContext call) {
        LocalDate first = QueryParams.day("from", from);
        LocalDate last = QueryParams.day("to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw new InvalidInput(Problem.at("to", RequestProblem.DAYS_REVERSED, first, last));
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

    /** Null for all. The lines of a group stay when the group is deleted, so any id is accepted. */
    private List<String> groups(RequestContext call) {
        if (group != null) {
            return List.of(QueryParams.text("group", group, 36));
        }
        return school == null
                ? null
                : call.schools().groupsOf(List.of(call.school(school))).stream()
                        .map(ManagedGroup::id)
                        .toList();
    }
}
