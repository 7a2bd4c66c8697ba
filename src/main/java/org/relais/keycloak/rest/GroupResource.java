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
import org.relais.keycloak.school.ManagedGroup;

/** One managed group: the same for the people who manage it and for administrators. */
@Produces(MediaType.APPLICATION_JSON)
public final class GroupResource {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 100;

    private final Door door;
    private final String groupId;

    GroupResource(Door door, String groupId) {
        this.door = door;
        this.groupId = groupId;
    }

    @GET
    @Operation(summary = "One group, with its rules and the groups offered in the same act")
    public GroupView group() {
        return visible(call -> group -> new GroupViews(call).showWhole(group));
    }

    @GET
    @Path("members")
    @Operation(summary = "Members by name; those awaited come last")
    public Page<MemberView> members(
            @QueryParam("origin") String origin,
            @QueryParam("q") String q,
            @QueryParam("cursor") String cursor,
            @QueryParam("max") String max) {
        return visible(call -> group -> new MemberViews(call, group)
                .page(
                        Query.oneOf("origin", origin, Origin.class),
                        Query.text("q", q, 100),
                        cursor,
                        Query.number("max", max, PAGE, 1, LARGEST_PAGE)));
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
            ChangeRequest request = Bodies.read(call, body, ChangeRequest.class);
            ChangeResult result = new ChangeSets(call.session(), call.realm(), call.clock())
                    .apply(group, ChangeRequests.changeSet(request, call), call.actor(), ChangeRequests.key(key));
            GrantViews views = new GrantViews(call);
            ChangeAnswer answer = new ChangeAnswer(views.show(result.granted()), views.show(result.ended()));
            if (!result.repeated()) {
                answer.granted().forEach(it -> call.audit().created(Audit.GRANT, "grants/" + it.id(), it));
                answer.ended().forEach(it -> call.audit().deleted(Audit.GRANT, "grants/" + it.id(), it));
            }
            return answer;
        });
    }

    @GET
    @Path("managers")
    @Operation(summary = "Who manages the group, by profile and by delegation")
    public List<ManagerView> managers() {
        return visible(
                call -> group -> new ManagerViews(call).of(List.of(group)).get(group.id()));
    }

    @POST
    @Path("managers")
    @Operation(summary = "Delegates the management to a person or a group, until a day")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DelegationRequest.class)))
    public ManagerView delegate(InputStream body) {
        return door.answer(call -> {
            ManagedGroup group = call.authority().requireDelegable(id());
            DelegationRequest request = Bodies.read(call, body, DelegationRequest.class);
            requirePresent("type", request.type());
            requirePresent("principalId", request.principalId());
            if (request.type() == PrincipalType.GROUP) {
                call.authority().requireVisible(Query.id("group", request.principalId()));
            }
            Delegation delegation = new Delegations(call.session(), call.realm(), call.clock())
                    .delegate(group, request.type(), request.principalId(), request.endsOn(), call.actor());
            ManagerView view = new ManagerViews(call).show(delegation);
            call.audit().created(Audit.MANAGER, path(delegation), view);
            return view;
        });
    }

    @DELETE
    @Path("managers/{managerId}")
    @Operation(summary = "Withdraws a delegation")
    public void withdraw(@PathParam("managerId") String managerId) {
        door.answer(call -> {
            ManagedGroup group = call.authority().requireDelegable(id());
            Delegations delegations = new Delegations(call.session(), call.realm(), call.clock());
            Delegation delegation = delegations.find(group, Query.id("manager", managerId));
            ManagerView view = new ManagerViews(call).show(delegation);
            delegations.withdraw(delegation, call.actor());
            call.audit().deleted(Audit.MANAGER, path(delegation), view);
            return null;
        });
    }

    @GET
    @Path("journal")
    @Operation(summary = "Who did what to whom, when and why; the newest first")
    public Page<JournalView> journal(@QueryParam("cursor") String cursor, @QueryParam("max") String max) {
        return visible(call -> group -> new JournalViews(call)
                .page(JournalFilter.ofGroup(group.id()), cursor, Query.number("max", max, PAGE, 1, LARGEST_PAGE)));
    }

    private <T> T visible(Function<Call, Function<ManagedGroup, T>> work) {
        return door.answer(call -> work.apply(call).apply(call.authority().requireVisible(id())));
    }

    private <T> T managed(Function<Call, Function<ManagedGroup, T>> work) {
        return door.answer(call -> work.apply(call).apply(call.authority().requireManaged(id())));
    }

    private String id() {
        return Query.id("group", groupId);
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
