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
import org.relais.keycloak.NotFound;
import org.relais.keycloak.claim.GateSetup;
import org.relais.keycloak.claim.RelaisScopes;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.School;
import org.relais.keycloak.school.Schools;

/** What administrators call, at {@code /admin/realms/{realm}/relais}. */
@Produces(MediaType.APPLICATION_JSON)
public final class AdminResource {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 100;
    private static final int SCHOOLS_PER_PAGE_OF_GROUPS = 5;

    private final Door door;

    AdminResource(Door door) {
        this.door = door;
    }

    @GET
    @Path("schools")
    @Operation(summary = "The schools of the realm, by UAI")
    public Page<School> schools(@QueryParam("cursor") String cursor, @QueryParam("max") String max) {
        return door.answer(call -> {
            call.authority().requireToViewRealm();
            return schoolPage(call, cursor, Query.number("max", max, PAGE, 1, LARGEST_PAGE));
        });
    }

    @POST
    @Path("schools/{uai}/groups")
    @Operation(summary = "Creates the groups the school lacks, one for each profile without one")
    public List<GroupView> createMissingGroups(@PathParam("uai") String uai) {
        return door.answer(call -> {
            call.authority().requireToManageRealm();
            Schools schools = new Schools(call.session(), call.realm());
            List<ManagedGroup> created = schools.createMissingGroups(school(schools, uai));
            List<GroupView> views = new GroupViews(call).show(created);
            views.forEach(view -> call.audit().created(Audit.GROUP, "groups/" + view.id(), view));
            return views;
        });
    }

    @GET
    @Path("groups")
    @Operation(summary = "Managed groups: of one school, or of the schools by UAI, some schools a page")
    public Page<GroupView> groups(@QueryParam("school") String uai, @QueryParam("cursor") String cursor) {
        return door.answer(call -> {
            call.authority().requireToViewRealm();
            Schools schools = new Schools(call.session(), call.realm());
            Page<School> page = uai == null
                    ? schoolPage(call, cursor, SCHOOLS_PER_PAGE_OF_GROUPS)
                    : new Page<>(List.of(school(schools, uai)), null);
            return new Page<>(new GroupViews(call).show(schools.groupsOf(page.items())), page.next());
        });
    }

    @Path("groups/{groupId}")
    public GroupResource group(@PathParam("groupId") String groupId) {
        return new GroupResource(door, groupId);
    }

    @GET
    @Path("grants")
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

    @GET
    @Path("grants.csv")
    @Produces("text/csv; charset=UTF-8")
    @Operation(summary = "The same grants as a table for spreadsheets")
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

    @Path("grants/{grantId}")
    public GrantResource grant(@PathParam("grantId") String grantId) {
        return new GrantResource(door, grantId);
    }

    @GET
    @Path("journal")
    @Operation(summary = "The journal of the realm, the newest first")
    public Page<JournalView> journal(@QueryParam("cursor") String cursor, @QueryParam("max") String max) {
        return door.answer(call -> {
            call.authority().requireToViewRealm();
            return new JournalViews(call).page(null, cursor, Query.number("max", max, PAGE, 1, LARGEST_PAGE));
        });
    }

    @GET
    @Path("people/{userId}/export")
    @Operation(summary = "All that is kept about one person: accesses, journal, groups, delegations, mails")
    public PersonExport exportOfPerson(@PathParam("userId") String userId) {
        return door.answer(call -> {
            call.authority().requireToViewRealm();
            return new PersonExports(call).of(Query.id("person", userId));
        });
    }

    @POST
    @Path("gate")
    @Operation(summary = "Puts the gate into the realm's flows and client policies; does nothing where it is already")
    public GateView installGate() {
        return door.answer(call -> {
            call.authority().requireToConfigureRealm();
            new GateSetup(call.session(), call.realm()).install();
            GateView view = new GateView(true, call.academy().gateObserves());
            call.audit().updated(Audit.GATE, "gate", view);
            return view;
        });
    }

    @POST
    @Path("setup")
    @Operation(summary = "Gate and client scopes in one call; adds what is missing and leaves what is there")
    public SetupView setUp() {
        return door.answer(call -> {
            call.authority().requireToConfigureRealm();
            RelaisScopes scopes = new RelaisScopes(call.session(), call.realm());
            new GateSetup(call.session(), call.realm()).install();
            scopes.create();
            SetupView view = new SetupView(new GateView(true, call.academy().gateObserves()), scopes.names());
            call.audit().updated(Audit.SETUP, "setup", view);
            return view;
        });
    }

    @GET
    @Path("status")
    @Operation(summary = "Versions, profiles, and what should be put right")
    public StatusView status() {
        return door.answer(call -> {
            call.authority().requireToViewRealm();
            return new StatusViews(call).show();
        });
    }

    private static Page<School> schoolPage(Call call, String cursor, int max) {
        String after = cursor == null ? null : Cursor.read(cursor, 1).get(0);
        List<School> found = new Schools(call.session(), call.realm()).page(after, max + 1);
        List<School> page = found.subList(0, Math.min(max, found.size()));
        return new Page<>(
                page, found.size() > max ? Cursor.write(page.get(max - 1).uai()) : null);
    }

    private static School school(Schools schools, String uai) {
        return schools.withUai(Query.id("school", uai)).orElseThrow(() -> new NotFound("school"));
    }
}
