package org.relais.keycloak.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.relais.keycloak.authority.Authority;
import org.relais.keycloak.directory.index.IndexWorker;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.rest.http.AdminEvents;
import org.relais.keycloak.rest.http.ApiGuard;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.rest.http.Streamed;
import org.relais.keycloak.rest.representation.PersonExport;
import org.relais.keycloak.rest.representation.StatusRepresentation;

/** The search for people for administrators, the index behind it, and the export of one person. */
@Produces(MediaType.APPLICATION_JSON)
public final class DirectoryResource extends PeopleResource {

    private final ApiGuard guard;

    DirectoryResource(ApiGuard guard, RateLimits limits) {
        super(guard, limits);
        this.guard = guard;
    }

    @POST
    @Path("reindex")
    @Operation(
            summary = "Compares the search index with all accounts, beside everything else; status shows how far it is")
    public Response reindex() {
        return guard.answer(Authority::requireToManageRealm, call -> {
            IndexWorker.begin(call.context());
            StatusRepresentation.DirectoryView index = StatusMapper.directory(call);
            return Response.accepted(call.audit().updated(AdminEvents.DIRECTORY, "people/reindex", index))
                    .build();
        });
    }

    @GET
    @Path("{userId}/export")
    @Operation(summary = "All that is kept about one person: accesses, journal, groups, delegations, mails")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PersonExport.class)))
    public StreamingOutput exportOfPerson(@PathParam("userId") String userId) {
        return guard.answer(
                Authority::requireToViewRealm,
                call -> Streamed.json(
                        new PersonExports(call).of(QueryParams.id(CommonProblem.NOT_FOUND_PERSON, userId))));
    }
}
