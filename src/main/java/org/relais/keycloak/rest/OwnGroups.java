package org.relais.keycloak.rest;

import java.time.LocalDate;
import java.util.List;
import org.relais.keycloak.grant.GrantFilter;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.PageParams;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.GrantRepresentation;
import org.relais.keycloak.rest.representation.GroupMapper;
import org.relais.keycloak.rest.representation.GroupRepresentation;
import org.relais.keycloak.school.ManagedGroup;

/** Lists the groups that a manager manages, and the grants that run in them. */
final class OwnGroups {

    private static final int DEFAULT_SIZE = 50;
    private static final int LARGEST = 100;

    private final RequestContext call;

    OwnGroups(RequestContext call) {
        this.call = call;
    }

    /** Managers have few groups, so a page is given by the number of groups before it. */
    Page<GroupRepresentation> page(String school, String q, String first, String max) {
        List<ManagedGroup> found = matching(school, QueryParams.text("q", q, 100));
        int from = Math.min(QueryParams.number("first", first, 0, 0, 1_000_000), found.size());
        int to = Math.min(from + QueryParams.number("max", max, DEFAULT_SIZE, 1, LARGEST), found.size());
        return new Page<>(
                new GroupMapper(call).show(found.subList(from, to)), to < found.size() ? String.valueOf(to) : null);
    }

    /** Those that run or wait for an account. */
    Page<GrantRepresentation> grants(String school, String endingBefore, PageParams page) {
        List<String> groups =
                matching(school, null).stream().map(ManagedGroup::id).toList();
        LocalDate before = QueryParams.day("endingBefore", endingBefore);
        GrantFilter filter = new GrantFilter(
                        groups,
                        null,
                        null,
                        null,
                        null,
                        before == null ? null : call.academy().endOf(before.minusDays(1)))
                .runningOnly();
        int size = page.size();
        return groups.isEmpty() ? new Page<>(List.of(), null) : new GrantPages(call).page(filter, page.cursor(), size);
    }

    private List<ManagedGroup> matching(String school, String text) {
        GroupSearch search = new GroupSearch(school, text, call.locale());
        return call.authority().groups().stream().filter(search::matches).toList();
    }
}
