import { Label } from "@patternfly/react-core";
import type { SchoolPlan, SchoolStep } from "../../../api/types";
import { useWords } from "../../../components/Surroundings";
import { Table } from "../../../components/Table";
import { ProblemLines } from "./ProblemLines";

const FIELDS = ["name", "type", "closed"] as const;

/** The lines left out and why, those that are odd, and the first that change something. */
export function PlanLines({ plan }: { plan: SchoolPlan }) {
  const words = useWords();
  const fieldsOf = (step: SchoolStep) =>
    step.changed.map((field) => {
      const known = FIELDS.find((name) => name === field);
      return known ? words.t(`plan.field.${known}`) : field;
    });
  return (
    <>
      <ProblemLines
        title={words.count("import.refused", plan.refused)}
        lines={plan.refusedLines}
        total={plan.refused}
      />
      <ProblemLines title={words.count("plan.warnings", plan.warned)} lines={plan.warnings} total={plan.warned} />
      {plan.steps.length > 0 && (
        <Table<SchoolStep>
          label={words.t("plan.steps")}
          rows={plan.steps}
          keyOf={(step) => step.uai}
          columns={[
            { title: words.t("import.line"), cell: (step) => (step.line > 0 ? words.number(step.line) : "–") },
            { title: "UAI", cell: (step) => <span className="relais-technical">{step.uai}</span> },
            { title: words.t("schools.name"), names: true, cell: (step) => step.name },
            {
              title: words.t("import.outcome"),
              cell: (step) => (
                <Label isCompact color={step.outcome === "CREATED" ? "green" : "blue"}>
                  {words.t(`plan.outcome.${step.outcome}`)}
                </Label>
              ),
            },
            { title: words.t("plan.fields"), cell: (step) => words.list(fieldsOf(step)) || "–" },
            { title: words.t("plan.groups"), cell: (step) => words.number(step.groups) },
          ]}
        />
      )}
      {isCut(plan) && (
        <p className="relais-subtle">{words.t("import.first", { n: words.number(plan.steps.length) })}</p>
      )}
    </>
  );
}

/** The server gives the first steps only. */
function isCut({ steps, created, changed, groups }: SchoolPlan) {
  return steps.length < created + changed || steps.reduce((sum, step) => sum + step.groups, 0) < groups;
}
