package org.relais.keycloak.rest;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.relais.keycloak.problem.CommonProblem;
import org.relais.keycloak.problem.NotFound;
import org.relais.keycloak.rest.csv.CsvUpload;
import org.relais.keycloak.rest.csv.SchoolFile;
import org.relais.keycloak.rest.http.AdminEvents;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.SchoolImportRepresentation;
import org.relais.keycloak.rest.representation.SchoolPlanRepresentation;
import org.relais.keycloak.school.importing.SchoolChange;
import org.relais.keycloak.school.importing.SchoolImport;
import org.relais.keycloak.school.importing.SchoolImports;
import org.relais.keycloak.school.importing.SchoolLine;
import org.relais.keycloak.school.importing.SchoolLines;
import org.relais.keycloak.school.importing.SchoolSynchronizer;

/** Plans changes of many schools as a request asks, and starts them unless it only wants the plan. */
final class SchoolImportRequests {

    private static final int RECENT = 20;

    private final RequestContext call;
    private final SchoolSynchronizer synchronizer;
    private final SchoolImports imports;
    private final SchoolImportMapper mapper;

    SchoolImportRequests(RequestContext call) {
        this.call = call;
        this.synchronizer = new SchoolSynchronizer(call.context());
        this.imports = new SchoolImports(call.context());
        this.mapper = new SchoolImportMapper(call);
    }

    SchoolPlanRepresentation importFile(InputStream body, boolean withGroups, boolean closeMissing, boolean dryRun) {
        SchoolLines file = SchoolFile.read(CsvUpload.read(call, body));
        List<SchoolLine> lines = new ArrayList<>(file.accepted());
        if (closeMissing) {
            lines.addAll(synchronizer.closingAllBut(file.mentioned()));
        }
        List<SchoolChange> changes = synchronizer.plan(lines, withGroups);
        SchoolImport started = dryRun ? null : start(changes, withGroups);
        return record(mapper.show(changes, file.refused(), file.warnings(), started));
    }

    SchoolPlanRepresentation createMissingGroups(boolean dryRun) {
        List<SchoolChange> changes = synchronizer.plan(synchronizer.everySchool(), true);
        SchoolImport started = dryRun ? null : start(changes, true);
        return record(mapper.show(changes, List.of(), List.of(), started));
    }

    List<SchoolImportRepresentation> recent() {
        return mapper.show(imports.recent(RECENT));
    }

    SchoolImportRepresentation find(String importId) {
        return mapper.show(imports.find(importId).orElseThrow(() -> new NotFound(CommonProblem.NOT_FOUND_IMPORT)));
    }

    private SchoolImport start(List<SchoolChange> changes, boolean withGroups) {
        List<SchoolLine> needed = changes.stream()
                .filter(SchoolChange::isNeeded)
                .map(SchoolChange::line)
                .toList();
        return imports.start(needed, withGroups, call.actor());
    }

    private SchoolPlanRepresentation record(SchoolPlanRepresentation plan) {
        if (plan.started() != null) {
            String path = "schools/imports/" + plan.started().id();
            call.audit().created(AdminEvents.IMPORT, path, plan.started());
        }
        return plan;
    }
}
