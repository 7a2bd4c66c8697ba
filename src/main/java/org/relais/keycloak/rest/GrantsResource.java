package org.relais.keycloak.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** The grants of the realm, as administrators search, import, end and renew them. */
@Produces(MediaType.APPLICATION_JSON)
public final class GrantsResource {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 100;

    private final Door door;

    GrantsResource(Door door) {
        this.door = door;
    }

    @GET
    @Operation(summary = "Grants of the realm, by their end")
    public Page<GrantView> grants(
            @QueryParam("school") String school,
            @QueryParam("profile") String profile,
            @QueryParam("status") String status,
            @QueryParam("person") String person,
            @QueryParam("grantedBy") String grantedBy,
            @QueryParam("endingBefore") String endingBefore,
            @QueryParam("cursor") String cursor,
            @QueryParam("max") String max) {
        return door.answer(call -> {
            call.authority().requireToViewRealm();
            GrantSearch search = new GrantSearch(school, profile, status, person, grantedBy, endingBefore);
            int size = Query.number("max", max, PAGE, 1, LARGEST_PAGE);
            return new GrantPages(call).page(search.filter(call), cursor, size);
        });
    }

    @POST
    @Path("import")
    @Operation(summary = "Gives the accesses of a CSV file line by line; with dryRun, only tells what would be done")
    @RequestBody(content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public GrantImportView importGrants(@QueryParam("dryRun") String dryRun, InputStream body) {
        return door.answer(call -> {
            call.authority().requireToManageRealm();
            boolean dry = Query.flag("dryRun", dryRun, false);
            GrantImport file = new GrantImport(call, GrantFile.read(Uploads.read(call, body)));
            GrantImportView view = new GrantImportViews(call).show(file.run(dry), dry);
            if (!dry) {
                call.audit().created(Audit.IMPORT, "grants/import", view.inShort());
            }
            return view;
        });
    }

    @POST
    @Path("end")
    @Operation(summary = "Ends some grants, or those a search finds, with a result for each")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MassRequest.class)))
    public MassAnswer end(InputStream body) {
        return door.answer(call -> {
            call.authority().requireToManageRealm();
            MassAnswer answer = new MassChange(call, Bodies.read(call, body, MassRequest.class)).end();
            MassChange.done(answer).forEach(it -> call.audit().deleted(Audit.GRANT, "grants/" + it.id(), it));
            return answer;
        });
    }

    @POST
    @Path("renew")
    @Operation(summary = "Renews some grants, or those a search finds, with a result for each")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = MassRequest.class)))
    public MassAnswer renew(InputStream body) {
        return door.answer(call -> {
            call.authority().requireToManageRealm();
            MassAnswer answer = new MassChange(call, Bodies.read(call, body, MassRequest.class)).renew();
            MassChange.done(answer).forEach(it -> call.audit().updated(Audit.GRANT, "grants/" + it.id(), it));
            return answer;
        });
    }

    @Path("{grantId}")
    public GrantResource grant(@PathParam("grantId") String grantId) {
        return new GrantResource(door, grantId);
    }
}
