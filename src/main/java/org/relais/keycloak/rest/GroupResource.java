package org.relais.keycloak.rest;

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
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.relais.keycloak.authority.Delegation;
import org.relais.keycloak.authority.Delegations;
import org.relais.keycloak.authority.PrincipalType;
import org.relais.keycloak.grant.ChangeResult;
import org.relais.keycloak.grant.ChangeSets;
import org.relais.keycloak.grant.Origin;
import org.relais.keycloak.journal.JournalFilter;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.rest.http.AdminEvents;
import org.relais.keycloak.rest.http.ApiGuard;
import org.relais.keycloak.rest.http.JsonBodyReader;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.ChangeAnswer;
import org.relais.keycloak.rest.representation.ChangeRequest;
import org.relais.keycloak.rest.representation.DelegationRequest;
import org.relais.keycloak.rest.representation.GrantMapper;
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

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 100;

    private final ApiGuard door;
    private final String groupId;

    GroupResource(ApiGuard door, String groupId) {
        this.door = door;
        this.groupId = groupId;
    }

    @GET
    @Operation(summary = "One group, with its rules and the groups offered in the same act")
    public GroupRepresentation group() {
        return visible(call -> group -> new GroupMapper(call).showWhole(group));
    }

    @GET
    @Path("members")
    @Operation(summary = "Members by name; those awaited come last")
    public Page<MemberRepresentation> members(
            @QueryParam("origin") String origin,
            @QueryParam("q") String q,
            @QueryParam("cursor") String cursor,
            @QueryParam("max") String max) {
        return visible(call -> group -> new MemberMapper(call, group)
                .page(
                        QueryParams.oneOf("origin", origin, Origin.class),
                        QueryParams.text("q", q, 100),
                        cursor,
                        QueryParams.number("max", max, PAGE, 1, LARGEST_PAGE)));
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
        return managed(call -> group -> {
            ChangeRequest request = JsonBodyReader.read(call, body, ChangeRequest.class);
            ChangeResult result = new ChangeSets(call.context())
                    .apply(group, ChangeRequests.changeSet(request, call), call.actor(), ChangeRequests.key(key));
            GrantMapper views = new GrantMapper(call);
            ChangeAnswer answer = new ChangeAnswer(views.show(result.granted()), views.show(result.ended()));
            if (!result.repeated()) {
                answer.granted().forEach(it -> call.audit().created(AdminEvents.GRANT, "grants/" + it.id(), it));
                answer.ended().forEach(it -> call.audit().deleted(AdminEvents.GRANT, "grants/" + it.id(), it));
            }
            return answer;
        });
    }

    @GET
    @Path("managers")
    @Operation(summary = "Who manages the group, by profile and by delegation")
    public List<ManagerRepresentation> managers() {
        return visible(
                call -> group -> new ManagerMapper(call).of(List.of(group)).get(group.id()));
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
        return door.answer(call -> {
            ManagedGroup group = call.authority().requireDelegable(id());
            DelegationRequest request = JsonBodyReader.read(call, body, DelegationRequest.class);
            requirePresent("type", request.type());
            requirePresent("principalId", request.principalId());
            if (request.type() == PrincipalType.GROUP) {
                call.authority().requireVisible(QueryParams.id("group", request.principalId()));
            }
            Delegation delegation = new Delegations(call.context())
                    .delegate(group, request.type(), request.principalId(), request.endsOn(), call.actor());
            ManagerRepresentation view = new ManagerMapper(call).show(delegation);
            call.audit().created(AdminEvents.MANAGER, path(delegation), view);
            return view;
        });
    }

    @DELETE
    @Path("managers/{managerId}")
    @Operation(summary = "Withdraws a delegation")
    public void withdraw(@PathParam("managerId") String managerId) {
        door.answer(call -> {
            ManagedGroup group = call.authority().requireDelegable(id());
            Delegations delegations = new Delegations(call.context());
            Delegation delegation = delegations.find(group, QueryParams.id("manager", managerId));
            ManagerRepresentation view = new ManagerMapper(call).show(delegation);
            delegations.withdraw(delegation, call.actor());
            call.audit().deleted(AdminEvents.MANAGER, path(delegation), view);
            return null;
        });
    }

    @GET
    @Path("journal")
    @Operation(summary = "Who did what to whom, when and why; the newest first")
    public Page<JournalRepresentation> journal(@QueryParam("cursor") String cursor, @QueryParam("max") String max) {
        return visible(call -> group -> new JournalMapper(call)
                .page(
                        JournalFilter.ofGroup(group.id()),
                        cursor,
                        QueryParams.number("max", max, PAGE, 1, LARGEST_PAGE)));
    }

    private <T> T visible(Function<RequestContext, Function<ManagedGroup, T>> work) {
        return door.answer(call -> work.apply(call).apply(call.authority().requireVisible(id())));
    }

    private <T> T managed(Function<RequestContext, Function<ManagedGroup, T>> work) {
        return door.answer(call -> work.apply(call).apply(call.authority().requireManaged(id())));
    }

    private String id() {
        return QueryParams.id("group", groupId);
    }

    private static String path(Delegation delegation) {
        return "groups/" + delegation.groupId() + "/managers/" + delegation.id();
    }

    private static void requirePresent(String field, Object value) {
        if (value == null) {
            throw new InvalidInput(Problem.at(field, "field-missing"));
        }
    }
}
