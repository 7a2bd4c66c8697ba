package org.relais.keycloak.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.NotFound;
import org.relais.keycloak.rest.csv.CsvUpload;
import org.relais.keycloak.rest.csv.SchoolFile;
import org.relais.keycloak.rest.http.AdminEvents;
import org.relais.keycloak.rest.http.ApiGuard;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.GroupMapper;
import org.relais.keycloak.rest.representation.GroupRepresentation;
import org.relais.keycloak.rest.representation.SchoolImportRepresentation;
import org.relais.keycloak.rest.representation.SchoolPlanRepresentation;
import org.relais.keycloak.rest.representation.SchoolRepresentation;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Schools;
import org.relais.keycloak.school.importing.SchoolChange;
import org.relais.keycloak.school.importing.SchoolImport;
import org.relais.keycloak.school.importing.SchoolImports;
import org.relais.keycloak.school.importing.SchoolLine;
import org.relais.keycloak.school.importing.SchoolSynchronizer;

/** The schools of the realm, as administrators list, import and complete them. */
@Produces(MediaType.APPLICATION_JSON)
public final class SchoolsResource {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 100;
    private static final int RECENT_IMPORTS = 20;

    private final ApiGuard door;

    SchoolsResource(ApiGuard door) {
        this.door = door;
    }

    @GET
    @Operation(summary = "The schools of the realm, by UAI, with who heads them")
    public Page<SchoolRepresentation> schools(
            @QueryParam("q") String q, @QueryParam("cursor") String cursor, @QueryParam("max") String max) {
        return door.answer(call -> {
            call.authority().requireToViewRealm();
            int size = QueryParams.number("max", max, PAGE, 1, LARGEST_PAGE);
            return new SchoolPages(call).page(QueryParams.text("q", q, 100), cursor, size);
        });
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
        return door.answer(call -> {
            call.authority().requireToManageRealm();
            boolean withGroups = QueryParams.flag("groups", groups, true);
            SchoolFile file = SchoolFile.read(CsvUpload.read(call, body));
            List<SchoolLine> lines = new ArrayList<>(file.lines);
            if (QueryParams.flag("closeMissing", closeMissing, false)) {
                lines.addAll(register(call).closingAllBut(file.mentioned()));
            }
            List<SchoolChange> steps = register(call).plan(lines, withGroups);
            SchoolImport started = QueryParams.flag("dryRun", dryRun, false) ? null : start(call, steps, withGroups);
            return answer(call, new SchoolImportMapper(call).show(steps, file.refused, file.warnings, started));
        });
    }

    @POST
    @Path("missing-groups")
    @Operation(summary = "Creates the groups that schools lack, in the background; with dryRun, only counts them")
    public SchoolPlanRepresentation createAllMissingGroups(@QueryParam("dryRun") String dryRun) {
        return door.answer(call -> {
            call.authority().requireToManageRealm();
            List<SchoolChange> steps = register(call).plan(register(call).everySchool(), true);
            SchoolImport started = QueryParams.flag("dryRun", dryRun, false) ? null : start(call, steps, true);
            return answer(call, new SchoolImportMapper(call).show(steps, List.of(), List.of(), started));
        });
    }

    @GET
    @Path("imports")
    @Operation(summary = "The latest changes of many schools, the newest first, and how far they have come")
    public List<SchoolImportRepresentation> imports() {
        return door.answer(call -> {
            call.authority().requireToViewRealm();
            return new SchoolImportMapper(call).show(imports(call).recent(RECENT_IMPORTS));
        });
    }

    @GET
    @Path("imports/{importId}")
    @Operation(summary = "One of them")
    public SchoolImportRepresentation oneImport(@PathParam("importId") String importId) {
        return door.answer(call -> {
            call.authority().requireToViewRealm();
            SchoolImport found =
                    imports(call).find(QueryParams.id("import", importId)).orElseThrow(() -> new NotFound("import"));
            return new SchoolImportMapper(call).show(List.of(found)).get(0);
        });
    }

    @POST
    @Path("{uai}/groups")
    @Operation(summary = "Creates the groups the school lacks, one for each profile without one")
    public List<GroupRepresentation> createMissingGroups(@PathParam("uai") String uai) {
        return door.answer(call -> {
            call.authority().requireToManageRealm();
            Schools schools = call.schools();
            List<ManagedGroup> created = schools.createMissingGroups(
                    schools.withUai(QueryParams.id("school", uai)).orElseThrow(() -> new NotFound("school")));
            List<GroupRepresentation> views = new GroupMapper(call).show(created);
            views.forEach(view -> call.audit().created(AdminEvents.GROUP, "groups/" + view.id(), view));
            return views;
        });
    }

    private static SchoolImport start(RequestContext call, List<SchoolChange> steps, boolean withGroups) {
        List<SchoolLine> needed = steps.stream()
                .filter(SchoolChange::isNeeded)
                .map(SchoolChange::line)
                .toList();
        return imports(call).start(needed, withGroups, call.actor());
    }

    private static SchoolPlanRepresentation answer(RequestContext call, SchoolPlanRepresentation view) {
        if (view.started() != null) {
            String path = "schools/imports/" + view.started().id();
            call.audit().created(AdminEvents.IMPORT, path, view.started());
        }
        return view;
    }

    private static SchoolSynchronizer register(RequestContext call) {
        return new SchoolSynchronizer(new RealmContext(call.session(), call.realm(), call.clock()));
    }

    private static SchoolImports imports(RequestContext call) {
        return new SchoolImports(new RealmContext(call.session(), call.realm(), call.clock()));
    }
}
