package org.relais.keycloak.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.relais.keycloak.directory.People;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.rest.http.ApiGuard;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.PageParams;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.rest.representation.FoundPersonRepresentation;
import org.relais.keycloak.rest.representation.PersonTypeRepresentation;

/** The search for people, within what the caller may find. */
@Produces(MediaType.APPLICATION_JSON)
public class PeopleResource {

    private static final int PAGE = 20;
    private static final int LARGEST_PAGE = 50;

    private final ApiGuard guard;
    private final RateLimits limits;

    PeopleResource(ApiGuard guard, RateLimits limits) {
        this.guard = guard;
        this.limits = limits;
    }

    @GET
    @Operation(summary = "People of the academy, by the beginning of any word of a name or of the identifier")
    public Page<FoundPersonRepresentation> people(
            @Parameter(description = "3 to 100 characters; may be shorter or absent with a school or a type")
                    @QueryParam("q")
                    String q,
            @Parameter(description = "A UAI, mine, or all") @QueryParam("school") String school,
            @Parameter(description = "One of people/types") @QueryParam("type") String type,
            @Parameter(description = "A group I manage: the answer says who is in it") @QueryParam("group")
                    String group,
            @BeanParam PageParams page) {
        return guard.answer(call -> new PeoplePages(call, limits.searches())
                .page(
                        QueryParams.text("q", q, People.LONGEST_QUERY),
                        school,
                        type,
                        group == null ? null : QueryParams.id(CommonProblem.NOT_FOUND_GROUP, group),
                        page.cursor(),
                        page.size(PAGE, LARGEST_PAGE)));
    }

    @GET
    @Path("types")
    @Operation(summary = "The kinds of people I may look for")
    public Page<PersonTypeRepresentation> types() {
        return guard.answer(call -> new PeoplePages(call, limits.searches()).types());
    }
}
