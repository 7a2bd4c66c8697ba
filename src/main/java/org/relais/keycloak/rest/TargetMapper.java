package org.relais.keycloak.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.UserModel;
import org.relais.keycloak.delivery.RealmTarget;
import org.relais.keycloak.delivery.TargetQueues;
import org.relais.keycloak.delivery.TargetQueues.Row;
import org.relais.keycloak.delivery.TargetQueues.Summary;
import org.relais.keycloak.delivery.reconciliation.Reconciliations;
import org.relais.keycloak.delivery.target.DeliveryError;
import org.relais.keycloak.delivery.target.Health;
import org.relais.keycloak.delivery.target.TargetUnavailable;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.rest.http.Cursor;
import org.relais.keycloak.rest.http.ErrorRepresentation;
import org.relais.keycloak.rest.http.Page;
import org.relais.keycloak.rest.http.PageParams;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.TargetRepresentation;
import org.relais.keycloak.school.ClientPattern;

/** Shows targets to administrators. */
final class TargetMapper {

    private static final Summary NOTHING = new Summary(0, 0, null, null, null);

    private final RequestContext call;
    private final TargetQueues queues;

    TargetMapper(RequestContext call) {
        this.call = call;
        this.queues = new TargetQueues(call.session());
    }

    List<TargetRepresentation> all() {
        return RealmTarget.of(call.realm()).stream().map(this::show).toList();
    }

    TargetRepresentation show(RealmTarget target) {
        Summary queue = queues.of(target).orElse(NOTHING);
        return new TargetRepresentation(
                target.id(),
                target.name(),
                target.kind(),
                target.clients().stream().map(ClientPattern::text).toList(),
                queue.waiting(),
                queue.failed(),
                text(queue.oldest()),
                text(queue.nextAt()),
                error(queue.error()),
                new Reconciliations(call.context())
                        .report(target)
                        .map(this::show)
                        .orElse(null));
    }

    Page<TargetRepresentation.Waiting> waiting(RealmTarget target, PageParams params) {
        int max = params.size();
        String after =
                params.cursor() == null ? null : Cursor.read(params.cursor(), 1).get(0);
        return Page.of(queues.page(target, after, max + 1), max, row -> Cursor.write(row.userId()))
                .show(rows -> rows.stream().map(this::show).toList());
    }

    TargetRepresentation.Test show(Health health) {
        return new TargetRepresentation.Test(
                health.isGood(),
                health.name(),
                health.version(),
                health.problems().stream().map(call.messages()::errorOf).toList());
    }

    TargetRepresentation.Test show(RealmTarget target, TargetUnavailable failed) {
        return new TargetRepresentation.Test(false, target.name(), null, List.of(error(failed.error())));
    }

    private TargetRepresentation.Waiting show(Row row) {
        return new TargetRepresentation.Waiting(
                row.userId(),
                Optional.ofNullable(call.session().users().getUserById(call.realm(), row.userId()))
                        .map(UserModel::getUsername)
                        .orElse(null),
                text(row.requestedAt()),
                text(row.nextAt()),
                row.attempts(),
                error(row.error()));
    }

    private TargetRepresentation.ReconciliationView show(Reconciliations.Report report) {
        return new TargetRepresentation.ReconciliationView(
                text(report.startedAt()),
                text(report.finishedAt()),
                report.remoteGroups(),
                report.missing(),
                report.surplus(),
                report.unknownMembers(),
                error(report.error()));
    }

    private ErrorRepresentation error(DeliveryError error) {
        return error == null ? null : call.messages().errorOf(Problem.general(error));
    }

    private static String text(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
