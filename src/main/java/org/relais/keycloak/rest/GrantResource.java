package org.relais.keycloak.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.relais.keycloak.grant.AwaitedNames;
import org.relais.keycloak.grant.EndCause;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.grant.Ledger;
import org.relais.keycloak.journal.JournalFilter;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.rest.http.AdminEvents;
import org.relais.keycloak.rest.http.ApiGuard;
import org.relais.keycloak.rest.http.JsonBodyReader;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.PageParams;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.http.RequestProblem;
import org.relais.keycloak.rest.representation.GrantMapper;
import org.relais.keycloak.rest.representation.GrantPatch;
import org.relais.keycloak.rest.representation.GrantRepresentation;
import org.relais.keycloak.rest.representation.GrantRepresentation.Confirmation;
import org.relais.keycloak.rest.representation.JournalMapper;
import org.relais.keycloak.rest.representation.JournalRepresentation;
import org.relais.keycloak.school.ManagedGroup;

/** One grant: the same for the people who manage its group and for administrators. */
@Produces(MediaType.APPLICATION_JSON)
public final class GrantResource {

    private final ApiGuard guard;
    private final RateLimits limits;
    private final String grantId;

    GrantResource(ApiGuard guard, RateLimits limits, String grantId) {
        this.guard = guard;
        this.limits = limits;
        this.grantId = grantId;
    }

    @GET
    @Operation(summary = "One grant")
    public GrantRepresentation grant() {
        return guard.answer(call -> new GrantMapper(call).show(visible(call)));
    }

    @GET
    @Path("journal")
    @Operation(summary = "All that happened to the grant, the newest first")
    public Page<JournalRepresentation> journal(@BeanParam PageParams page) {
        return guard.answer(call ->
                new JournalMapper(call).page(JournalFilter.ofGrant(visible(call).id()), page));
    }

    @PATCH
    @Operation(summary = "Renews, shortens, or corrects the reason")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GrantPatch.class)))
    public GrantRepresentation change(InputStream body) {
        return guard.answer(call -> {
            Grant grant = call.authority().requireGrant(id());
            ManagedGroup group = call.authority().requireManaged(grant.groupId());
            GrantPatch patch = JsonBodyReader.read(call, body, GrantPatch.class);
            if (patch.endsOn() == null && patch.reason() == null) {
                throw new InvalidInput(Problem.general(RequestProblem.CHANGE_EMPTY));
            }
            limits.countChanges(call, 1);
            Grant changed = ledger(call)
                    .change(
                            group,
                            grant.id(),
                            patch.endsOn(),
                            patch.reason(),
                            call.authority().managesRealm(),
                            call.actor());
            return call.audit().updated(AdminEvents.GRANT, path(changed), new GrantMapper(call).show(changed));
        });
    }

    @POST
    @Path("confirm")
    @Operation(summary = "Gives a pending grant to the account that now has its name")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Confirmation.class)))
    public GrantRepresentation confirm(InputStream body) {
        return guard.answer(call -> {
            Grant grant = call.authority().requireGrant(id());
            ManagedGroup group = call.authority().requireManaged(grant.groupId());
            Confirmation confirmation = JsonBodyReader.read(call, body, Confirmation.class);
            if (confirmation.userId() == null) {
                throw new InvalidInput(Problem.at("userId", CommonProblem.FIELD_MISSING));
            }
            Grant given = new AwaitedNames(call.context(), call.authority().managesRealm())
                    .confirm(group, grant, confirmation.userId(), call.actor());
            return call.audit().updated(AdminEvents.GRANT, path(given), new GrantMapper(call).show(given));
        });
    }

    @DELETE
    @Operation(summary = "Ends the grant")
    public GrantRepresentation end() {
        return guard.answer(call -> {
            Grant grant = call.authority().requireGrant(id());
            limits.countChanges(call, 1);
            Grant ended = ledger(call).end(grant.id(), EndCause.REMOVED, call.actor());
            return call.audit().deleted(AdminEvents.GRANT, path(ended), new GrantMapper(call).show(ended));
        });
    }

    private Grant visible(RequestContext call) {
        return call.authority().requireVisibleGrant(id());
    }

    private String id() {
        return QueryParams.id(CommonProblem.NOT_FOUND_GRANT, grantId);
    }

    private static String path(Grant grant) {
        return "grants/" + grant.id();
    }

    private static Ledger ledger(RequestContext call) {
        return new Ledger(call.context());
    }
}
