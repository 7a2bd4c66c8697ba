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
import org.relais.keycloak.problem.NotFound;

/** One target, for administrators. */
@Produces(MediaType.APPLICATION_JSON)
public final class TargetResource {

    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 100;

    private final Door door;
    private final String targetId;

    TargetResource(Door door, String targetId) {
        this.door = door;
        this.targetId = targetId;
    }

    @GET
    @Operation(summary = "Who waits for the target, by the id of the user")
    public Page<TargetView.Waiting> waiting(@QueryParam("cursor") String cursor, @QueryParam("max") String max) {
        return door.answer(call -> {
            call.authority().requireToViewRealm();
            return new TargetViews(call).waiting(target(call), cursor, Query.number("max", max, PAGE, 1, LARGEST_PAGE));
        });
    }

    @POST
    @Path("test")
    @Operation(summary = "Asks the application whether it can be fed as configured")
    public TargetView.Test test() {
        return door.answer(call -> {
            RealmTarget target = target(call);
            call.authority().requireToConfigureRealm();
            TargetView.Test result = test(call, target);
            call.audit().updated(Audit.TARGET, "deliveries/" + target.id() + "/test", result);
            return result;
        });
    }

    @POST
    @Path("retry")
    @Operation(summary = "Tries at once whatever waits")
    public TargetView retry() {
        return door.answer(call -> {
            RealmTarget target = target(call);
            call.authority().requireToManageRealm();
            new Deliveries(call.session(), call.realm(), call.clock()).retry(target);
            TargetView view = new TargetViews(call).show(target);
            call.audit().updated(Audit.TARGET, "deliveries/" + target.id() + "/retry", view);
            return view;
        });
    }

    @POST
    @Path("reconcile")
    @Operation(summary = "Compares the application with what it should hold, as every night")
    public TargetView reconcile() {
        return door.answer(call -> {
            RealmTarget target = target(call);
            call.authority().requireToManageRealm();
            new Reconciliations(call.session(), call.realm(), call.clock()).ask(target);
            TargetView view = new TargetViews(call).show(target);
            call.audit().updated(Audit.TARGET, "deliveries/" + target.id() + "/reconcile", view);
            return view;
        });
    }

    private static TargetView.Test test(Call call, RealmTarget target) {
        TargetViews views = new TargetViews(call);
        try (Target connected = target.connect(call.session())) {
            return views.show(connected.check());
        } catch (TargetUnavailable failed) {
            return views.show(target, failed);
        }
    }

    private RealmTarget target(Call call) {
        call.authority().requireToViewRealm();
        return RealmTarget.find(call.realm(), Query.id("target", targetId)).orElseThrow(() -> new NotFound("target"));
    }
}
