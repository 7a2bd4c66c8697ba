package org.relais.keycloak.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.relais.keycloak.authority.Authority;
import org.relais.keycloak.rest.http.AdminEvents;
import org.relais.keycloak.rest.http.ApiGuard;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.PageParams;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.rest.representation.AdministratorRepresentation;
import org.relais.keycloak.rest.representation.GateRepresentation;
import org.relais.keycloak.rest.representation.GroupRepresentation;
import org.relais.keycloak.rest.representation.JournalMapper;
import org.relais.keycloak.rest.representation.JournalRepresentation;
import org.relais.keycloak.rest.representation.SetupRepresentation;
import org.relais.keycloak.rest.representation.StatusRepresentation;
import org.relais.keycloak.rest.representation.TargetRepresentation;

/** What administrators call, at {@code /admin/realms/{realm}/relais}. */
@Produces(MediaType.APPLICATION_JSON)
public final class AdminResource {

    private static final String CSV = "text/csv; charset=UTF-8";

    private final ApiGuard guard;
    private final RateLimits limits;

    AdminResource(ApiGuard guard, RateLimits limits) {
        this.guard = guard;
        this.limits = limits;
    }

    @GET
    @Path("me")
    @Operation(summary = "What I may do in the realm, and whether it is set up")
    public AdministratorRepresentation me() {
        return guard.answer(Authority::requireToViewRealm, AdministratorRepresentation::of);
    }

    @Path("schools")
    public SchoolsResource schools() {
        return new SchoolsResource(guard);
    }

    @GET
    @Path("groups")
    @Operation(summary = "Managed groups: of one school, or of the schools by UAI, some schools a page")
    public Page<GroupRepresentation> groups(
            @QueryParam("school") String uai,
            @Parameter(description = "Name of a group, or part of the name or beginning of the UAI of a school")
                    @QueryParam("q")
                    String q,
            @QueryParam("cursor") String cursor) {
        return guard.answer(Authority::requireToViewRealm, call -> new GroupPages(call).page(uai, q, cursor));
    }

    @Path("groups/{groupId}")
    public GroupResource group(@PathParam("groupId") String groupId) {
        return new GroupResource(guard, limits, groupId);
    }

    @Path("grants")
    public GrantsResource grants() {
        return new GrantsResource(guard, limits);
    }

    @GET
    @Path("grants.csv")
    @Produces(CSV)
    @Operation(summary = "Grants as a table for spreadsheets, with the filters of the search")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public StreamingOutput grantsAsCsv(@BeanParam GrantSearch search) {
        return guard.answer(Authority::requireToViewRealm, call -> new GrantsCsv(call).write(search.filter(call)));
    }

    @GET
    @Path("journal")
    @Operation(summary = "The journal of the realm, the newest first")
    public Page<JournalRepresentation> journal(@BeanParam JournalSearch search, @BeanParam PageParams page) {
        return guard.answer(
                Authority::requireToViewRealm, call -> new JournalMapper(call).page(search.filter(call), page));
    }

    @GET
    @Path("journal.csv")
    @Produces(CSV)
    @Operation(summary = "The same lines as a table for spreadsheets")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING)))
    public StreamingOutput journalAsCsv(@BeanParam JournalSearch search) {
        return guard.answer(Authority::requireToViewRealm, call -> new JournalCsv(call).write(search.filter(call)));
    }

    @Path("profiles")
    public ProfilesResource profiles() {
        return new ProfilesResource(guard);
    }

    @POST
    @Path("setup")
    @Operation(summary = "Gives the realm its settings, starting profiles and gate; leaves what is there as it is")
    public SetupRepresentation setUp(@QueryParam("themes") String themes) {
        return guard.answer(Authority::requireToConfigureRealm, call -> {
            SetupRepresentation done = new RealmSetup(call).run(QueryParams.flag("themes", themes, false));
            return call.audit().updated(AdminEvents.SETUP, "setup", done);
        });
    }

    @Path("people")
    public DirectoryResource people() {
        return new DirectoryResource(guard, limits);
    }

    @POST
    @Path("gate")
    @Operation(summary = "Puts the gate into the realm's flows and client policies; does nothing where it is already")
    public GateRepresentation installGate() {
        return guard.answer(
                Authority::requireToConfigureRealm,
                call -> call.audit().updated(AdminEvents.GATE, "gate", GateRepresentation.installed(call)));
    }

    @GET
    @Path("status")
    @Operation(summary = "Versions, profiles, and what should be put right")
    public StatusRepresentation status() {
        return guard.answer(Authority::requireToViewRealm, call -> new StatusMapper(call).show());
    }

    @GET
    @Path("deliveries")
    @Operation(summary = "The applications that are told of people, and what waits for them")
    public List<TargetRepresentation> deliveries() {
        return guard.answer(Authority::requireToViewRealm, call -> new TargetMapper(call).all());
    }

    @Path("deliveries/{targetId}")
    public TargetResource target(@PathParam("targetId") String targetId) {
        return new TargetResource(guard, targetId);
    }
}
