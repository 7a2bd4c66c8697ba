package org.relais.keycloak.rest;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.relais.keycloak.grant.EndCause;
import org.relais.keycloak.grant.Grant;
import org.relais.keycloak.grant.Ledger;
import org.relais.keycloak.journal.JournalFilter;
import org.relais.keycloak.problem.InvalidInput;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.rest.http.AdminEvents;
import org.relais.keycloak.rest.http.ApiGuard;
import org.relais.keycloak.rest.http.JsonBodyReader;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.GrantMapper;
import org.relais.keycloak.rest.representation.GrantPatch;
import org.relais.keycloak.rest.representation.GrantRepresentation;
import org.relais.keycloak.rest.representation.JournalMapper;
import org.relais.keycloak.rest.representation.JournalRepresentation;
import org.relais.keycloak.school.ManagedGroup;

/** One grant: the same for the people who manage its group and for administrators. */
@Produces(MediaType.APPLICATION_JSON)
public final class GrantResource {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 100;

    private final ApiGuard door;
    private final String grantId;

    GrantResource(ApiGuard door, String grantId) {
        this.door = door;
        this.grantId = grantId;
    }

    @GET
    @Operation(summary = "One grant")
    public GrantRepresentation grant() {
        return door.answer(call -> new GrantMapper(call).show(call.authority().requireVisibleGrant(id())));
    }

    @GET
    @Path("journal")
    @Operation(summary = "All that happened to the grant, the newest first")
    public Page<JournalRepresentation> journal(@QueryParam("cursor") String cursor, @QueryParam("max") String max) {
        return door.answer(call -> {
            Grant grant = call.authority().requireVisibleGrant(id());
            int size = QueryParams.number("max", max, PAGE, 1, LARGEST_PAGE);
            return new JournalMapper(call).page(JournalFilter.ofGrant(grant.id()), cursor, size);
        });
    }

    @PATCH
    @Operation(summary = "Renews, shortens, or corrects the reason")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = GrantPatch.class)))
    public GrantRepresentation change(InputStream body) {
        return door.answer(call -> {
            Grant grant = call.authority().requireGrant(id());
            ManagedGroup group = call.authority().requireManaged(grant.groupId());
            GrantPatch patch = JsonBodyReader.read(call, body, GrantPatch.class);
            if (patch.endsOn() == null && patch.reason() == null) {
                throw new InvalidInput(Problem.general("change-empty"));
            }
            Grant changed = ledger(call).change(group, grant.id(), patch.endsOn(), patch.reason(), call.actor());
            GrantRepresentation view = new GrantMapper(call).show(changed);
            call.audit().updated(AdminEvents.GRANT, "grants/" + view.id(), view);
            return view;
        });
    }

    @DELETE
    @Operation(summary = "Ends the grant")
    public GrantRepresentation end() {
        return door.answer(call -> {
            Grant grant = call.authority().requireGrant(id());
            GrantRepresentation view =
                    new GrantMapper(call).show(ledger(call).end(grant.id(), EndCause.REMOVED, call.actor()));
            call.audit().deleted(AdminEvents.GRANT, "grants/" + view.id(), view);
            return view;
        });
    }

    private String id() {
        return QueryParams.id("grant", grantId);
    }

    private static Ledger ledger(RequestContext call) {
        return new Ledger(call.context());
    }
}
