package org.relais.keycloak.rest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.relais.keycloak.directory.record.Person;
import org.relais.keycloak.problem.Problem;
import org.relais.keycloak.school.importing.SchoolChange;
import org.relais.keycloak.school.importing.SchoolChange.Outcome;
import org.relais.keycloak.school.importing.SchoolImport;

/** Shows what becomes of many schools, before and while it happens. */
final class SchoolImportViews {

    private static final int MOST_SHOWN = 500;

    private final Call call;
    private final Wording wording;

    SchoolImportViews(Call call) {
        this.call = call;
        this.wording = new Wording(call.session());
    }

    SchoolPlanView show(
            List<SchoolChange> steps, List<FileProblem> refused, List<FileProblem> warnings, SchoolImport started) {
        return new SchoolPlanView(
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
                        .map(SchoolImportViews::show)
                        .toList(),
                show(refused),
                show(warnings),
                started == null ? null : show(List.of(started)).get(0));
    }

    List<SchoolImportView> show(Collection<SchoolImport> imports) {
        Map<String, Person> people =
                new Mentioned(call).withIds(Stream.empty(), imports.stream().map(SchoolImport::actor));
        return imports.stream().map(it -> show(it, people)).toList();
    }

    private SchoolImportView show(SchoolImport it, Map<String, Person> people) {
        return new SchoolImportView(
                it.id(),
                GrantViews.ref(it.actor(), people),
                it.startedAt().toString(),
                Objects.toString(it.finishedAt(), null),
                it.total(),
                it.total() - it.remaining(),
                it.created(),
                it.changed(),
                it.groups(),
                it.failed().stream().map(this::show).toList());
    }

    private LineView show(SchoolImport.Failure failure) {
        Problem problem = Problem.at("uai", failure.code(), failure.params().toArray());
        return new LineView(failure.line(), failure.uai(), wording.errorOf(problem));
    }

    private List<LineView> show(List<FileProblem> problems) {
        return problems.stream()
                .limit(MOST_SHOWN)
                .map(problem -> problem.show(wording))
                .toList();
    }

    private static SchoolPlanView.Step show(SchoolChange step) {
        return new SchoolPlanView.Step(
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
