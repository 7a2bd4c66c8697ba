package org.relais.keycloak.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.rest.http.ApiGuard;
import org.relais.keycloak.rest.http.ManagerGuard;
import org.relais.keycloak.rest.http.OpenApi;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.PageParams;
import org.relais.keycloak.rest.representation.AccessRepresentation;
import org.relais.keycloak.rest.representation.GrantRepresentation;
import org.relais.keycloak.rest.representation.GroupRepresentation;
import org.relais.keycloak.rest.representation.MeRepresentation;

/** What the people of a realm call, at {@code /realms/{realm}/relais}. */
@Produces(MediaType.APPLICATION_JSON)
public final class ManagerResource {

    private final RealmContext context;
    private final ApiGuard guard;
    private final RateLimits limits;

    ManagerResource(RealmContext context, RateLimits limits) {
        this.context = context;
        this.guard = new ManagerGuard(context);
        this.limits = limits;
    }

    @GET
    @Path("me")
    @Operation(summary = "Who I am, which schools I manage, the limits of this API")
    public MeRepresentation me() {
        return guard.answer(MeRepresentation::of);
    }

    @GET
    @Path("groups")
    @Operation(summary = "The groups I manage")
    public Page<GroupRepresentation> groups(
            @QueryParam("school") String school,
            @QueryParam("q") String q,
            @QueryParam("first") String first,
            @QueryParam("max") String max) {
        return guard.answer(call -> new OwnGroups(call).page(school, q, first, max));
    }

    @Path("groups/{groupId}")
    public GroupResource group(@PathParam("groupId") String groupId) {
        return new GroupResource(guard, limits, groupId);
    }

    @Path("people")
    public PeopleResource people() {
        return new PeopleResource(guard, limits);
    }

    @GET
    @Path("grants")
    @Operation(summary = "What runs, or waits for an account, in my schools, by its end")
    public Page<GrantRepresentation> grants(
            @QueryParam("endingBefore") String endingBefore,
            @QueryParam("school") String school,
            @BeanParam PageParams page) {
        return guard.answer(call -> new OwnGroups(call).grants(school, endingBefore, page));
    }

    @Path("grants/{grantId}")
    public GrantResource grant(@PathParam("grantId") String grantId) {
        return new GrantResource(guard, limits, grantId);
    }

    @GET
    @Path("my-access")
    @Operation(summary = "My own groups, what they open and until when")
    public List<AccessRepresentation> myAccess() {
        return guard.answer(call -> new AccessMapper(call).own());
    }

    @Path("deliveries/feed")
    public FeedResource feed() {
        return new FeedResource(context);
    }

    @GET
    @Path("openapi.json")
    @Operation(summary = "This document")
    public Response openApi() {
        return Response.ok(OpenApi.document()).build();
    }
}
