package org.relais.keycloak.rest;

import java.util.List;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.GroupMapper;
import org.relais.keycloak.rest.representation.GroupRepresentation;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.School;

/** Lists the managed groups of a realm for administrators, some schools a page. */
final class GroupPages {

    private static final int SCHOOLS_PER_PAGE = 5;

    private final RequestContext call;

    GroupPages(RequestContext call) {
        this.call = call;
    }

    /**
     * @param uai null for the schools of the realm, by UAI
     * @param q   name of a group, or part of the name or beginning of the UAI of a school; null for all
     */
    Page<GroupRepresentation> page(String uai, String q, String cursor) {
        String text = QueryParams.text("q", q, 100);
        Page<School> page = uai == null
                ? new SchoolPages(call).schools(GroupSearch.schoolIn(text), cursor, SCHOOLS_PER_PAGE)
                : new Page<>(List.of(call.school(uai)), null);
        List<ManagedGroup> found = call.schools().groupsOf(page.items()).stream()
                .filter(group ->
                        GroupSearch.isNamed(group, text) && call.authority().seesMembersOf(group.id()))
                .toList();
        return new Page<>(new GroupMapper(call).show(found), page.next());
    }
}
