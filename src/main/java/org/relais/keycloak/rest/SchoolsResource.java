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
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.rest.http.AdminEvents;
import org.relais.keycloak.rest.http.ApiGuard;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.PageParams;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.rest.representation.GroupMapper;
import org.relais.keycloak.rest.representation.GroupRepresentation;
import org.relais.keycloak.rest.representation.SchoolImportRepresentation;
import org.relais.keycloak.rest.representation.SchoolPlanRepresentation;
import org.relais.keycloak.rest.representation.SchoolRepresentation;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.School;

/** The schools of the realm, as administrators list, import and complete them. */
@Produces(MediaType.APPLICATION_JSON)
public final class SchoolsResource {

    private final ApiGuard guard;

    SchoolsResource(ApiGuard guard) {
        this.guard = guard;
    }

    @GET
    @Operation(summary = "The schools of the realm, by UAI, with who heads them")
    public Page<SchoolRepresentation> schools(@QueryParam("q") String q, @BeanParam PageParams page) {
        return guard.answer(
                Authority::requireToViewRealm,
                call -> new SchoolPages(call).page(QueryParams.text("q", q, 100), page.cursor(), page.size()));
    }

    @POST
    @Path("import")
    @Operation(summary = "Brings the schools to what a CSV file says; with dryRun, only tells what would change")
    @RequestBody(content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public SchoolPlanRepresentation importSchools(
            @QueryParam("dryRun") String dryRun,
            @QueryParam("groups") String groups,
            @QueryParam("closeMissing") String closeMissing,
            InputStream body) {
        return guard.answer(
                Authority::requireToCreateGroups,
                call -> new SchoolImportRequests(call)
                        .importFile(
                                body,
                                QueryParams.flag("groups", groups, true),
                                QueryParams.flag("closeMissing", closeMissing, false),
                                QueryParams.flag("dryRun", dryRun, false)));
    }

    @POST
    @Path("missing-groups")
    @Operation(summary = "Creates the groups that schools lack, in the background; with dryRun, only counts them")
    public SchoolPlanRepresentation createAllMissingGroups(@QueryParam("dryRun") String dryRun) {
        return guard.answer(
                Authority::requireToCreateGroups,
                call -> new SchoolImportRequests(call).createMissingGroups(QueryParams.flag("dryRun", dryRun, false)));
    }

    @GET
    @Path("imports")
    @Operation(summary = "The latest changes of many schools, the newest first, and how far they have come")
    public List<SchoolImportRepresentation> imports() {
        return guard.answer(Authority::requireToViewRealm, call -> new SchoolImportRequests(call).recent());
    }

    @GET
    @Path("imports/{importId}")
    @Operation(summary = "One of them")
    public SchoolImportRepresentation oneImport(@PathParam("importId") String importId) {
        return guard.answer(
                Authority::requireToViewRealm,
                call -> new SchoolImportRequests(call).find(QueryParams.id(CommonProblem.NOT_FOUND_IMPORT, importId)));
    }

    @POST
    @Path("{uai}/groups")
    @Operation(summary = "Creates the groups the school lacks, one for each profile without one")
    public List<GroupRepresentation> createMissingGroups(@PathParam("uai") String uai) {
        return guard.answer(Authority::requireToManageRealm, call -> {
            School school = call.school(uai);
            call.authority().requireToCreateGroupsIn(school);
            List<ManagedGroup> created = call.schools().createMissingGroups(school);
            List<GroupRepresentation> shown = new GroupMapper(call).show(created);
            shown.forEach(it -> call.audit().created(AdminEvents.GROUP, "groups/" + it.id(), it));
            return shown;
        });
    }
}
