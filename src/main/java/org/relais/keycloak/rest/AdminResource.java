package org.relais.keycloak.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.relais.keycloak.delivery.RealmTarget;
import org.relais.keycloak.directory.SearchRateLimiter;
import org.relais.keycloak.problem.NotFound;
import org.relais.keycloak.rest.http.AdminEvents;
import org.relais.keycloak.rest.http.ApiGuard;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.rest.representation.AdministratorRepresentation;
import org.relais.keycloak.rest.representation.GateRepresentation;
import org.relais.keycloak.rest.representation.GroupMapper;
import org.relais.keycloak.rest.representation.GroupRepresentation;
import org.relais.keycloak.rest.representation.JournalMapper;
import org.relais.keycloak.rest.representation.JournalRepresentation;
import org.relais.keycloak.rest.representation.SetupRepresentation;
import org.relais.keycloak.rest.representation.StatusRepresentation;
import org.relais.keycloak.rest.representation.TargetRepresentation;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Profiles;
import org.relais.keycloak.school.School;
import org.relais.keycloak.school.Schools;

/** What administrators call, at {@code /admin/realms/{realm}/relais}. */
@Produces(MediaType.APPLICATION_JSON)
public final class AdminResource {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 100;
    private static final int SCHOOLS_PER_PAGE_OF_GROUPS = 5;

    private final ApiGuard door;
    private final SearchRateLimiter searches;

    AdminResource(ApiGuard door, SearchRateLimiter searches) {
        this.door = door;
        this.searches = searches;
    }

    @GET
    @Path("me")
    @Operation(summary = "What I may do in the realm, and whether it is set up")
    public AdministratorRepresentation me() {
        return door.answer(call -> {
            call.authority().requireToViewRealm();
            boolean configured = !Profiles.of(call.realm()).all().isEmpty();
            return AdministratorRepresentation.of(call, configured);
        });
    }

    @Path("schools")
    public SchoolsResource schools() {
        return new SchoolsResource(door);
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
        return door.answer(call -> {
            call.authority().requireToViewRealm();
            Schools schools = call.schools();
            String text = QueryParams.text("q", q, 100);
            Page<School> page = uai == null
                    ? new SchoolPages(call).schools(GroupSearch.schoolIn(text), cursor, SCHOOLS_PER_PAGE_OF_GROUPS)
                    : new Page<>(List.of(school(schools, uai)), null);
            List<ManagedGroup> found = schools.groupsOf(page.items()).stream()
                    .filter(group -> GroupSearch.isNamed(group, text))
                    .toList();
            return new Page<>(new GroupMapper(call).show(found), page.next());
        });
    }

    @Path("groups/{groupId}")
    public GroupResource group(@PathParam("groupId") String groupId) {
        return new GroupResource(door, groupId);
    }

    @Path("grants")
    public GrantsResource grants() {
        return new GrantsResource(door);
    }

    @GET
    @Path("grants.csv")
    @Produces("text/csv; charset=UTF-8")
    @Operation(summary = "Grants as a table for spreadsheets, with the filters of the search")
    public String grantsAsCsv(
            @QueryParam("school") String school,
            @QueryParam("profile") String profile,
            @QueryParam("status") String status,
            @QueryParam("person") String person,
            @QueryParam("grantedBy") String grantedBy,
            @QueryParam("endingBefore") String endingBefore) {
        return door.answer(call -> {
            call.authority().requireToViewRealm();
            GrantSearch search = new GrantSearch(school, profile, status, person, grantedBy, endingBefore);
            return new GrantsCsv(call).write(search.filter(call));
        });
    }

    @GET
    @Path("journal")
    @Operation(summary = "The journal of the realm, the newest first")
    public Page<JournalRepresentation> journal(
            @QueryParam("school") String school,
            @QueryParam("group") String group,
            @QueryParam("person") String person,
            @QueryParam("actor") String actor,
            @QueryParam("action") String action,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("cursor") String cursor,
            @QueryParam("max") String max) {
        return door.answer(call -> {
            call.authority().requireToViewRealm();
            JournalSearch search = new JournalSearch(school, group, person, actor, action, from, to);
            int size = QueryParams.number("max", max, PAGE, 1, LARGEST_PAGE);
            return new JournalMapper(call).page(search.filter(call), cursor, size);
        });
    }

    @GET
    @Path("journal.csv")
    @Produces("text/csv; charset=UTF-8")
    @Operation(summary = "The same lines as a table for spreadsheets, the newest 10 000")
    public String journalAsCsv(
            @QueryParam("school") String school,
            @QueryParam("group") String group,
            @QueryParam("person") String person,
            @QueryParam("actor") String actor,
            @QueryParam("action") String action,
            @QueryParam("from") String from,
            @QueryParam("to") String to) {
        return door.answer(call -> {
            call.authority().requireToViewRealm();
            JournalSearch search = new JournalSearch(school, group, person, actor, action, from, to);
            return new JournalCsv(call).write(search.filter(call));
        });
    }

    @Path("profiles")
    public ProfilesResource profiles() {
        return new ProfilesResource(door);
    }

    @POST
    @Path("setup")
    @Operation(summary = "Gives the realm its settings, starting profiles and gate; leaves what is there as it is")
    public SetupRepresentation setUp(@QueryParam("themes") String themes) {
        return door.answer(call -> {
            call.authority().requireToConfigureRealm();
            SetupRepresentation view = new RealmSetup(call).run(QueryParams.flag("themes", themes, false));
            call.audit().updated(AdminEvents.SETUP, "setup", view);
            return view;
        });
    }

    @Path("people")
    public DirectoryResource people() {
        return new DirectoryResource(door, searches);
    }

    @POST
    @Path("gate")
    @Operation(summary = "Puts the gate into the realm's flows and client policies; does nothing where it is already")
    public GateRepresentation installGate() {
        return door.answer(call -> {
            call.authority().requireToConfigureRealm();
            GateRepresentation view = GateRepresentation.installed(call);
            call.audit().updated(AdminEvents.GATE, "gate", view);
            return view;
        });
    }

    @GET
    @Path("status")
    @Operation(summary = "Versions, profiles, and what should be put right")
    public StatusRepresentation status() {
        return door.answer(call -> {
            call.authority().requireToViewRealm();
            return new StatusMapper(call).show();
        });
    }

    @GET
    @Path("deliveries")
    @Operation(summary = "The applications that are told of people, and what waits for them")
    public List<TargetRepresentation> deliveries() {
        return door.answer(call -> {
            call.authority().requireToViewRealm();
            TargetMapper views = new TargetMapper(call);
            return RealmTarget.of(call.realm()).stream().map(views::show).toList();
        });
    }

    @Path("deliveries/{targetId}")
    public TargetResource target(@PathParam("targetId") String targetId) {
        return new TargetResource(door, targetId);
    }

    private static School school(Schools schools, String uai) {
        return schools.withUai(QueryParams.id("school", uai)).orElseThrow(() -> new NotFound("school"));
    }
}
