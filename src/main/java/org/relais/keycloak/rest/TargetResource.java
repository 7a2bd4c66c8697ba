package org.relais.keycloak.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.relais.keycloak.authority.Authority;
import org.relais.keycloak.delivery.Deliveries;
import org.relais.keycloak.delivery.RealmTarget;
import org.relais.keycloak.delivery.Target;
import org.relais.keycloak.delivery.reconciliation.Reconciliations;
import org.relais.keycloak.delivery.target.TargetUnavailable;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.NotFound;
import org.relais.keycloak.rest.http.AdminEvents;
import org.relais.keycloak.rest.http.ApiGuard;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.PageParams;
import org.relais.keycloak.rest.http.QueryParams;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.TargetRepresentation;

/** One target, for administrators. */
@Produces(MediaType.APPLICATION_JSON)
public final class TargetResource {

    private final ApiGuard guard;
    private final String targetId;

    TargetResource(ApiGuard guard, String targetId) {
        this.guard = guard;
        this.targetId = targetId;
    }

    @GET
    @Operation(summary = "Who waits for the target, by the id of the user")
    public Page<TargetRepresentation.Waiting> waiting(@BeanParam PageParams page) {
        return guard.answer(Authority::requireToViewRealm, call -> new TargetMapper(call).waiting(target(call), page));
    }

    @POST
    @Path("test")
    @Operation(summary = "Asks the application whether it can be fed as configured")
    public TargetRepresentation.Test test() {
        return guard.answer(Authority::requireToViewRealm, call -> {
            RealmTarget target = target(call);
            call.authority().requireToConfigureRealm();
            return call.audit().updated(AdminEvents.TARGET, path(target, "test"), test(call, target));
        });
    }

    @POST
    @Path("retry")
    @Operation(summary = "Tries at once whatever waits")
    public TargetRepresentation retry() {
        return changed("retry", (call, target) -> new Deliveries(call.context()).retry(target));
    }

    @POST
    @Path("reconcile")
    @Operation(summary = "Compares the application with what it should hold, as every night")
    public TargetRepresentation reconcile() {
        return changed("reconcile", (call, target) -> new Reconciliations(call.context()).request(target));
    }

    private TargetRepresentation changed(String act, BiConsumer<RequestContext, RealmTarget> work) {
        return guard.answer(Authority::requireToViewRealm, call -> {
            RealmTarget target = target(call);
            call.authority().requireToManageRealm();
            work.accept(call, target);
            return call.audit().updated(AdminEvents.TARGET, path(target, act), new TargetMapper(call).show(target));
        });
    }

    private static TargetRepresentation.Test test(RequestContext call, RealmTarget target) {
        TargetMapper mapper = new TargetMapper(call);
        try (Target connected = target.connect(call.session())) {
            return mapper.show(connected.check());
        } catch (TargetUnavailable failed) {
            return mapper.show(target, failed);
        }
    }

    private RealmTarget target(RequestContext call) {
        return RealmTarget.find(call.realm(), QueryParams.id(CommonProblem.NOT_FOUND_TARGET, targetId))
                .orElseThrow(() -> new NotFound(CommonProblem.NOT_FOUND_TARGET));
    }

    private static String path(RealmTarget target, String act) {
        return "deliveries/" + target.id() + "/" + act;
    }
}
