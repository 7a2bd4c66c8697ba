package org.relais.keycloak.rest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.rest.csv.LineRepresentation;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.rest.representation.GrantMapper;
import org.relais.keycloak.rest.representation.ReferencedPeople;
import org.relais.keycloak.rest.representation.SchoolImportRepresentation;
import org.relais.keycloak.rest.representation.SchoolPlanRepresentation;
import org.relais.keycloak.school.importing.LineRemark;
import org.relais.keycloak.school.importing.SchoolChange;
import org.relais.keycloak.school.importing.SchoolChange.Outcome;
import org.relais.keycloak.school.importing.SchoolImport;

/** Shows the plan of a change of many schools, and its progress. */
record SchoolImportMapper(RequestContext call) {

    private static final int MOST_SHOWN = 500;

    SchoolPlanRepresentation show(
            List<SchoolChange> steps, List<LineRemark> refused, List<LineRemark> warnings, SchoolImport started) {
        return new SchoolPlanRepresentation(
                started == null,
                (int) steps.stream().filter(step -> step.line().line() > 0).count() + refused.size(),
                count(steps, Outcome.CREATED),
                count(steps, Outcome.CHANGED),
                count(steps, Outcome.UNCHANGED),
                (int) steps.stream().filter(SchoolChange::closes).count(),
                steps.stream().mapToInt(SchoolChange::groups).sum(),
                refused.size(),
                warnings.size(),
                steps.stream()
                        .filter(SchoolChange::isNeeded)
                        .limit(MOST_SHOWN)
                        .map(SchoolImportMapper::show)
                        .toList(),
                show(refused),
                show(warnings),
                started == null ? null : show(started));
    }

    SchoolImportRepresentation show(SchoolImport one) {
        return show(List.of(one)).get(0);
    }

    List<SchoolImportRepresentation> show(Collection<SchoolImport> imports) {
        Map<String, Person> people = new ReferencedPeople(call)
                .withIds(Stream.empty(), imports.stream().flatMap(it -> Stream.of(it.actor(), it.impersonator())));
        return imports.stream().map(it -> show(it, people)).toList();
    }

    private SchoolImportRepresentation show(SchoolImport it, Map<String, Person> people) {
        return new SchoolImportRepresentation(
                it.id(),
                GrantMapper.ref(it.actor(), it.impersonator(), people),
                it.startedAt().toString(),
                Objects.toString(it.finishedAt(), null),
                it.total(),
                it.total() - it.remaining(),
                it.created(),
                it.changed(),
                it.groups(),
                it.failed().stream().map(this::show).toList());
    }

    private LineRepresentation show(SchoolImport.Failure failure) {
        Problem problem = failure.problem();
        return new LineRepresentation(
                failure.line(), failure.uai(), call.messages().errorOf(problem));
    }

    private List<LineRepresentation> show(List<LineRemark> remarks) {
        return remarks.stream()
                .limit(MOST_SHOWN)
                .map(remark -> new LineRepresentation(
                        remark.line(), remark.subject(), call.messages().errorOf(remark.problem())))
                .toList();
    }

    private static SchoolPlanRepresentation.Step show(SchoolChange step) {
        return new SchoolPlanRepresentation.Step(
                step.line().line(),
                step.line().uai(),
                step.line().name(),
                step.outcome().name(),
                step.changed(),
                step.groups());
    }

    private static int count(List<SchoolChange> steps, Outcome outcome) {
        return (int) steps.stream().filter(step -> step.outcome() == outcome).count();
    }
}
