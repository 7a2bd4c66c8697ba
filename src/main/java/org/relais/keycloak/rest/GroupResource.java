package org.relais.keycloak.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.relais.keycloak.grant.Origin;
import org.relais.keycloak.journal.JournalFilter;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.rest.http.ApiGuard;
import org.relais.keycloak.rest.http.JsonBodyReader;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.PageParams;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.ChangeAnswer;
import org.relais.keycloak.rest.representation.ChangeRequest;
import org.relais.keycloak.rest.representation.DelegationRequest;
import org.relais.keycloak.rest.representation.GroupMapper;
import org.relais.keycloak.rest.representation.GroupRepresentation;
import org.relais.keycloak.rest.representation.JournalMapper;
import org.relais.keycloak.rest.representation.JournalRepresentation;
import org.relais.keycloak.rest.representation.ManagerMapper;
import org.relais.keycloak.rest.representation.ManagerRepresentation;
import org.relais.keycloak.rest.representation.MemberMapper;
import org.relais.keycloak.rest.representation.MemberRepresentation;
import org.relais.keycloak.school.ManagedGroup;

/** One managed group: the same for the people who manage it and for administrators. */
@Produces(MediaType.APPLICATION_JSON)
public final class GroupResource {

    private final ApiGuard guard;
    private final RateLimits limits;
    private final String groupId;

    GroupResource(ApiGuard guard, RateLimits limits, String groupId) {
        this.guard = guard;
        this.limits = limits;
        this.groupId = groupId;
    }

    @GET
    @Operation(summary = "One group, with its rules and the groups offered in the same act")
    public GroupRepresentation group() {
        return guard.answer(call -> new GroupMapper(call).showWhole(visible(call)));
    }

    @GET
    @Path("members")
    @Operation(summary = "Members by name; those awaited come last")
    public Page<MemberRepresentation> members(
            @QueryParam("origin") String origin, @QueryParam("q") String q, @BeanParam PageParams page) {
        return guard.answer(call -> new MemberMapper(call, visible(call))
                .page(
                        QueryParams.oneOf("origin", origin, Origin.class),
                        QueryParams.text("q", q, 100),
                        page.cursor(),
                        page.size()));
    }

    @POST
    @Path("changes")
    @Operation(summary = "Adds and ends in one act: all of it or nothing")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChangeRequest.class)))
    public ChangeAnswer change(@HeaderParam("Idempotency-Key") String key, InputStream body) {
        return guard.answer(call -> {
            ManagedGroup group = call.authority().requireManaged(id());
            return new ChangeRequests(call, limits)
                    .apply(group, JsonBodyReader.read(call, body, ChangeRequest.class), key);
        });
    }

    @GET
    @Path("managers")
    @Operation(summary = "Who manages the group, by profile and by delegation")
    public List<ManagerRepresentation> managers() {
        return guard.answer(call -> new ManagerMapper(call).all(visible(call)));
    }

    @POST
    @Path("managers")
    @Operation(summary = "Delegates the management to a person or a group, until a day")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DelegationRequest.class)))
    public ManagerRepresentation delegate(InputStream body) {
        return guard.answer(call -> {
            ManagedGroup group = call.authority().requireDelegable(id());
            return new DelegationRequests(call, limits)
                    .delegate(group, JsonBodyReader.read(call, body, DelegationRequest.class));
        });
    }

    @DELETE
    @Path("managers/{managerId}")
    @Operation(summary = "Withdraws a delegation")
    public void withdraw(@PathParam("managerId") String managerId) {
        guard.answer(call -> new DelegationRequests(call, limits)
                .withdraw(
                        call.authority().requireDelegable(id()),
                        QueryParams.id(CommonProblem.NOT_FOUND_MANAGER, managerId)));
    }

    @POST
    @Path("managers/{managerId}/confirm")
    @Operation(
            summary =
                    "Confirms a delegation whose giver manages the group no longer; changes nothing of one that holds")
    public ManagerRepresentation confirm(@PathParam("managerId") String managerId) {
        return guard.answer(call -> new DelegationRequests(call, limits)
                .confirm(
                        call.authority().requireDelegable(id()),
                        QueryParams.id(CommonProblem.NOT_FOUND_MANAGER, managerId)));
    }

    @GET
    @Path("journal")
    @Operation(summary = "Who did what to whom, when and why; the newest first")
    public Page<JournalRepresentation> journal(@BeanParam PageParams page) {
        return guard.answer(call ->
                new JournalMapper(call).page(JournalFilter.ofGroup(visible(call).id()), page));
    }

    private ManagedGroup visible(RequestContext call) {
        return call.authority().requireVisible(id());
    }

    private String id() {
        return QueryParams.id(CommonProblem.NOT_FOUND_GROUP, groupId);
    }
}
