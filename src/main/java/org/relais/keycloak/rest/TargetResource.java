package org.relais.keycloak.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.relais.keycloak.delivery.Deliveries;
import org.relais.keycloak.delivery.RealmTarget;
import org.relais.keycloak.delivery.Target;
import org.relais.keycloak.delivery.reconciliation.Reconciliations;
import org.relais.keycloak.delivery.target.TargetUnavailable;
import org.relais.keycloak.platform.RealmContext;
import org.relais.keycloak.problem.NotFound;
import org.relais.keycloak.rest.http.AdminEvents;
import org.relais.keycloak.rest.http.ApiGuard;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.TargetRepresentation;

/** One target, for administrators. */
@Produces(MediaType.APPLICATION_JSON)
public final class TargetResource {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 100;

    private final ApiGuard door;
    private final String targetId;

    TargetResource(ApiGuard door, String targetId) {
        this.door = door;
        this.targetId = targetId;
    }

    @GET
    @Operation(summary = "Who waits for the target, by the id of the user")
    public Page<TargetRepresentation.Waiting> waiting(
            @QueryParam("cursor") String cursor, @QueryParam("max") String max) {
        return door.answer(call -> {
            call.authority().requireToViewRealm();
            return new TargetMapper(call)
                    .waiting(target(call), cursor, QueryParams.number("max", max, PAGE, 1, LARGEST_PAGE));
        });
    }

    @POST
    @Path("test")
    @Operation(summary = "Asks the application whether it can be fed as configured")
    public TargetRepresentation.Test test() {
        return door.answer(call -> {
            RealmTarget target = target(call);
            call.authority().requireToConfigureRealm();
            TargetRepresentation.Test result = test(call, target);
            call.audit().updated(AdminEvents.TARGET, "deliveries/" + target.id() + "/test", result);
            return result;
        });
    }

    @POST
    @Path("retry")
    @Operation(summary = "Tries at once whatever waits")
    public TargetRepresentation retry() {
        return door.answer(call -> {
            RealmTarget target = target(call);
            call.authority().requireToManageRealm();
            new Deliveries(new RealmContext(call.session(), call.realm(), call.clock())).retry(target);
            TargetRepresentation view = new TargetMapper(call).show(target);
            call.audit().updated(AdminEvents.TARGET, "deliveries/" + target.id() + "/retry", view);
            return view;
        });
    }

    @POST
    @Path("reconcile")
    @Operation(summary = "Compares the application with what it should hold, as every night")
    public TargetRepresentation reconcile() {
        return door.answer(call -> {
            RealmTarget target = target(call);
            call.authority().requireToManageRealm();
            new Reconciliations(new RealmContext(call.session(), call.realm(), call.clock())).request(target);
            TargetRepresentation view = new TargetMapper(call).show(target);
            call.audit().updated(AdminEvents.TARGET, "deliveries/" + target.id() + "/reconcile", view);
            return view;
        });
    }

    private static TargetRepresentation.Test test(RequestContext call, RealmTarget target) {
        TargetMapper views = new TargetMapper(call);
        try (Target connected = target.connect(call.session())) {
            return views.show(connected.check());
        } catch (TargetUnavailable failed) {
            return views.show(target, failed);
        }
    }

    private RealmTarget target(RequestContext call) {
        call.authority().requireToViewRealm();
        return RealmTarget.find(call.realm(), QueryParams.id("target", targetId))
                .orElseThrow(() -> new NotFound("target"));
    }
}
