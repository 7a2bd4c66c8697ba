package org.relais.keycloak.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.relais.keycloak.access.EffectiveAccess;
import org.relais.keycloak.access.EffectiveGroup;
import org.relais.keycloak.delivery.DeliveryStates;
import org.relais.keycloak.delivery.DeliveryStates.State;
import org.relais.keycloak.directory.People;
import org.relais.keycloak.directory.SearchRateLimiter;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.grant.GrantFilter;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.rest.http.ApiGuard;
import org.relais.keycloak.rest.http.ManagerGuard;
import org.relais.keycloak.rest.http.OpenApi;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.rest.representation.AccessRepresentation;
import org.relais.keycloak.rest.representation.GrantRepresentation;
import org.relais.keycloak.rest.representation.GroupMapper;
import org.relais.keycloak.rest.representation.GroupRepresentation;
import org.relais.keycloak.rest.representation.MeRepresentation;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.School;

/** What the people of a realm call, at {@code /realms/{realm}/relais}. */
@Produces(MediaType.APPLICATION_JSON)
public final class ManagerResource {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 100;

    private final KeycloakSession session;
    private final Clock clock;
    private final ApiGuard door;
    private final SearchRateLimiter searches;

    ManagerResource(KeycloakSession session, Clock clock, SearchRateLimiter searches) {
        this.session = session;
        this.clock = clock;
        this.searches = searches;
        this.door = new ManagerGuard(session, clock);
    }

    @GET
    @Path("me")
    @Operation(summary = "Who I am, which schools I manage, the limits of this API")
    public MeRepresentation me() {
        return door.answer(call -> {
            UserModel user = call.authority().user();
            Person person = new People(new RealmContext(call.session(), call.realm(), call.clock())).describe(user);
            List<School> schools = call.authority().groups().stream()
                    .map(ManagedGroup::school)
                    .distinct()
                    .toList();
            return new MeRepresentation(
                    person.id(),
                    person.username(),
                    person.name(),
                    !schools.isEmpty(),
                    schools,
                    call.academy().timeZone().getId(),
                    call.locale().toLanguageTag(),
                    MeRepresentation.Limits.ofTheApi());
        });
    }

    @GET
    @Path("groups")
    @Operation(summary = "The groups I manage")
    public Page<GroupRepresentation> groups(
            @QueryParam("school") String school,
            @QueryParam("q") String q,
            @QueryParam("first") String first,
            @QueryParam("max") String max) {
        return door.answer(call -> {
            GroupSearch search = new GroupSearch(school, QueryParams.text("q", q, 100), call.locale());
            List<ManagedGroup> found =
                    call.authority().groups().stream().filter(search::matches).toList();
            int from = Math.min(QueryParams.number("first", first, 0, 0, 1_000_000), found.size());
            int to = Math.min(from + QueryParams.number("max", max, PAGE, 1, LARGEST_PAGE), found.size());
            List<ManagedGroup> page = found.subList(from, to);
            return new Page<>(new GroupMapper(call).show(page), to < found.size() ? String.valueOf(to) : null);
        });
    }

    @Path("groups/{groupId}")
    public GroupResource group(@PathParam("groupId") String groupId) {
        return new GroupResource(door, groupId);
    }

    @Path("people")
    public PeopleResource people() {
        return new PeopleResource(door, searches);
    }

    @GET
    @Path("grants")
    @Operation(summary = "What runs, or waits for an account, in my schools, by its end")
    public Page<GrantRepresentation> grants(
            @QueryParam("endingBefore") String endingBefore,
            @QueryParam("school") String school,
            @QueryParam("cursor") String cursor,
            @QueryParam("max") String max) {
        return door.answer(call -> {
            GroupSearch search = new GroupSearch(school, null, call.locale());
            List<String> groups = call.authority().groups().stream()
                    .filter(search::matches)
                    .map(ManagedGroup::id)
                    .toList();
            LocalDate before = QueryParams.day("endingBefore", endingBefore);
            GrantFilter filter = new GrantFilter(
                            groups,
                            null,
                            null,
                            null,
                            null,
                            before == null ? null : call.academy().endOf(before.minusDays(1)))
                    .runningOnly();
            int size = QueryParams.number("max", max, PAGE, 1, LARGEST_PAGE);
            return groups.isEmpty()
                    ? new Page<GrantRepresentation>(List.of(), null)
                    : new GrantPages(call).page(filter, cursor, size);
        });
    }

    @Path("grants/{grantId}")
    public GrantResource grant(@PathParam("grantId") String grantId) {
        return new GrantResource(door, grantId);
    }

    @GET
    @Path("my-access")
    @Operation(summary = "My own groups, what they open and until when")
    public List<AccessRepresentation> myAccess() {
        return door.answer(call -> {
            GroupMapper groups = new GroupMapper(call);
            Map<String, State> deliveries = new DeliveryStates(session, call.realm(), call.clock())
                    .ofPerson(call.authority().user().getId());
            Stream<EffectiveGroup> own = new EffectiveAccess(new RealmContext(session, call.realm(), call.clock()))
                    .of(call.authority().user()).stream();
            return own.map(open -> new AccessRepresentation(
                            open.group().name(),
                            open.group().profile().label(call.locale()),
                            open.group().school(),
                            open.origin().name(),
                            open.grant() == null
                                    ? null
                                    : call.academy()
                                            .lastDayBefore(open.grant().endsAt())
                                            .toString(),
                            groups.applicationsOf(open.group(), deliveries)))
                    .toList();
        });
    }

    @Path("deliveries/feed")
    public FeedResource feed() {
        return new FeedResource(session, clock);
    }

    @GET
    @Path("openapi.json")
    @Operation(summary = "This document")
    public Response openApi() {
        return Response.ok(OpenApi.document()).build();
    }
}
