package org.relais.keycloak.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.relais.keycloak.authority.Authority;
import org.relais.keycloak.grant.GrantImport;
import org.relais.keycloak.grant.GrantImportLine;
import org.relais.keycloak.grant.GrantOutcome;
import org.relais.keycloak.rest.csv.CsvUpload;
import org.relais.keycloak.rest.csv.GrantFile;
import org.relais.keycloak.rest.http.AdminEvents;
import org.relais.keycloak.rest.http.ApiGuard;
import org.relais.keycloak.rest.http.JsonBodyReader;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.PageParams;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.BulkAnswer;
import org.relais.keycloak.rest.representation.BulkRequest;
import org.relais.keycloak.rest.representation.GrantImportRepresentation;
import org.relais.keycloak.rest.representation.GrantRepresentation;

/** The grants of the realm, as administrators search, import, end and renew them. */
@Produces(MediaType.APPLICATION_JSON)
public final class GrantsResource {

    private final ApiGuard guard;
    private final RateLimits limits;

    GrantsResource(ApiGuard guard, RateLimits limits) {
        this.guard = guard;
        this.limits = limits;
    }

    @GET
    @Operation(summary = "Grants of the realm, by their end")
    public Page<GrantRepresentation> grants(@BeanParam GrantSearch search, @BeanParam PageParams page) {
        return guard.answer(
                Authority::requireToViewRealm, call -> new GrantPages(call).page(search.filter(call), page));
    }

    @POST
    @Path("import")
    @Operation(summary = "Gives the accesses of a CSV file line by line; with dryRun, only tells what would be done")
    @RequestBody(content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public GrantImportRepresentation importGrants(@QueryParam("dryRun") String dryRun, InputStream body) {
        return guard.answer(Authority::requireToManageRealm, call -> {
            boolean dry = QueryParams.flag("dryRun", dryRun, false);
            List<GrantImportLine> lines = GrantFile.read(CsvUpload.read(call, body));
            List<GrantOutcome> outcomes =
                    new GrantImport(call.context(), call.authority().reach(), call.actor(), dry).run(lines);
            GrantImportRepresentation result = new GrantImportMapper(call).show(lines, outcomes, dry);
            if (!dry) {
                call.audit().created(AdminEvents.IMPORT, "grants/import", result.inShort());
            }
            return result;
        });
    }

    @POST
    @Path("end")
    @Operation(summary = "Ends some grants, or those a search finds, with a result for each")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BulkRequest.class)))
    public BulkAnswer end(InputStream body) {
        return guard.answer(Authority::requireToManageRealm, call -> {
            BulkAnswer answer = bulkChange(call, body).end();
            BulkChange.done(answer).forEach(it -> call.audit().deleted(AdminEvents.GRANT, "grants/" + it.id(), it));
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
                            schema = @Schema(implementation = BulkRequest.class)))
    public BulkAnswer renew(InputStream body) {
        return guard.answer(Authority::requireToManageRealm, call -> {
            BulkAnswer answer = bulkChange(call, body).renew();
            BulkChange.done(answer).forEach(it -> call.audit().updated(AdminEvents.GRANT, "grants/" + it.id(), it));
            return answer;
        });
    }

    @Path("{grantId}")
    public GrantResource grant(@PathParam("grantId") String grantId) {
        return new GrantResource(guard, limits, grantId);
    }

    private static BulkChange bulkChange(RequestContext call, InputStream body) {
        return BulkChange.of(call, JsonBodyReader.read(call, body, BulkRequest.class));
    }
}
