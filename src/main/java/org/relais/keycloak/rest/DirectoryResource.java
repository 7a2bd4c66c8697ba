package org.relais.keycloak.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.relais.keycloak.directory.IndexWorker;
import org.relais.keycloak.directory.People;
import org.relais.keycloak.directory.SearchLimit;

/** The people of the realm, as administrators search them, and the index they are searched in. */
@Produces(MediaType.APPLICATION_JSON)
public final class DirectoryResource {

    private static final int PAGE = 20;
    private static final int LARGEST_PAGE = 50;

    private final Door door;
    private final SearchLimit searches;

    DirectoryResource(Door door, SearchLimit searches) {
        this.door = door;
        this.searches = searches;
    }

    @GET
    @Operation(summary = "People of the academy, as managers find them")
    public Page<FoundPersonView> people(
            @QueryParam("q") String q,
            @QueryParam("school") String school,
            @QueryParam("type") String type,
            @QueryParam("group") String group,
            @QueryParam("cursor") String cursor,
            @QueryParam("max") String max) {
        return door.answer(call -> new PeoplePages(call, searches)
                .page(
                        Query.text("q", q, People.LONGEST_QUERY),
                        school,
                        type,
                        group == null ? null : Query.id("group", group),
                        cursor,
                        Query.number("max", max, PAGE, 1, LARGEST_PAGE)));
    }

    @GET
    @Path("types")
    @Operation(summary = "The kinds of people one may look for")
    public Page<PersonTypeView> types() {
        return door.answer(call -> new PeoplePages(call, searches).types());
    }

    @POST
    @Path("reindex")
    @Operation(
            summary = "Compares the search index with all accounts, beside everything else; status shows how far it is")
    public Response reindex() {
        return door.answer(call -> {
            call.authority().requireToManageRealm();
            IndexWorker.begin(call.session(), call.realm(), call.clock());
            StatusView.DirectoryView view = StatusViews.directory(call);
            call.audit().updated(Audit.DIRECTORY, "people/reindex", view);
            return Response.accepted(view).build();
        });
    }

    @GET
    @Path("{userId}/export")
    @Operation(summary = "All that is kept about one person: accesses, journal, groups, delegations, mails")
    public PersonExport exportOfPerson(@PathParam("userId") String userId) {
        return door.answer(call -> {
            call.authority().requireToViewRealm();
            return new PersonExports(call).of(Query.id("person", userId));
        });
    }
}
