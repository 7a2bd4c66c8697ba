import { Label } from "@patternfly/react-core";
import type { SchoolPlan, SchoolChange } from "../../../api/types";
import { useI18n } from "../../../components/provider/I18nProvider";
import { Table } from "../../../components/list/Table";
import { ProblemLines } from "./ProblemLines";

const FIELDS = ["name", "type", "closed"] as const;

/** The refused lines and why, the lines to check, and the first changes. */
export function PlanDetails({ plan }: { plan: SchoolPlan }) {
  const i18n = useI18n();
  const fieldsOf = (step: SchoolChange) =>
    step.changed.map((field) => {
      const known = FIELDS.find((name) => name === field);
      return known ? i18n.t(`plan.field.${known}`) : field;
    });
  return (
    <>
      <ProblemLines title={i18n.count("import.refused", plan.refused)} lines={plan.refusedLines} total={plan.refused} />
      <ProblemLines title={i18n.count("plan.warnings", plan.warned)} lines={plan.warnings} total={plan.warned} />
      {plan.steps.length > 0 && (
        <Table<SchoolChange>
          label={i18n.t("plan.steps")}
          rows={plan.steps}
          keyOf={(step) => step.uai}
          columns={[
            { title: i18n.t("import.line"), cell: (step) => (step.line > 0 ? i18n.number(step.line) : "–") },
            { title: "UAI", cell: (step) => <span className="relais-technical">{step.uai}</span> },
            { title: i18n.t("schools.name"), names: true, cell: (step) => step.name },
            {
              title: i18n.t("import.outcome"),
              cell: (step) => (
                <Label isCompact color={step.outcome === "CREATED" ? "green" : "blue"}>
                  {i18n.t(`plan.outcome.${step.outcome}`)}
                </Label>
              ),
            },
            { title: i18n.t("plan.fields"), cell: (step) => i18n.list(fieldsOf(step)) || "–" },
            { title: i18n.t("plan.groups"), cell: (step) => i18n.number(step.groups) },
          ]}
        />
      )}
      {isCut(plan) && <p className="relais-subtle">{i18n.t("import.first", { n: i18n.number(plan.steps.length) })}</p>}
    </>
  );
}

/** Whether the server gave the first changes only. */
function isCut({ steps, created, changed, groups }: SchoolPlan) {
  return steps.length < created + changed || steps.reduce((sum, step) => sum + step.groups, 0) < groups;
}
