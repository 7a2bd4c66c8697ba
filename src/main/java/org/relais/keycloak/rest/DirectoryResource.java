package org.relais.keycloak.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.relais.keycloak.directory.SearchRateLimiter;
import org.relais.keycloak.directory.index.IndexWorker;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.rest.http.AdminEvents;
import org.relais.keycloak.rest.http.ApiGuard;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.rest.representation.PersonExport;
import org.relais.keycloak.rest.representation.StatusRepresentation;

/** The people of the realm, as administrators search them, and the index they are searched in. */
@Produces(MediaType.APPLICATION_JSON)
public final class DirectoryResource extends PeopleResource {

    private final ApiGuard door;

    DirectoryResource(ApiGuard door, SearchRateLimiter searches) {
        super(door, searches);
        this.door = door;
    }

    @POST
    @Path("reindex")
    @Operation(
            summary = "Compares the search index with all accounts, beside everything else; status shows how far it is")
    public Response reindex() {
        return door.answer(call -> {
            call.authority().requireToManageRealm();
            IndexWorker.begin(new RealmContext(call.session(), call.realm(), call.clock()));
            StatusRepresentation.DirectoryView view = StatusMapper.directory(call);
            call.audit().updated(AdminEvents.DIRECTORY, "people/reindex", view);
            return Response.accepted(view).build();
        });
    }

    @GET
    @Path("{userId}/export")
    @Operation(summary = "All that is kept about one person: accesses, journal, groups, delegations, mails")
    public PersonExport exportOfPerson(@PathParam("userId") String userId) {
        return door.answer(call -> {
            call.authority().requireToViewRealm();
            return new PersonExports(call).of(QueryParams.id("person", userId));
        });
    }
}
