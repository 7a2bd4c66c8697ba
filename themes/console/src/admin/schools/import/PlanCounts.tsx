import type { SchoolPlan } from "../../../api/types";
import { useI18n } from "../../../components/provider/I18nProvider";
import { DescriptionList } from "../../components/DescriptionList";

const COUNTS = ["lines", "created", "changed", "unchanged", "closed", "groups", "refused", "warned"] as const;

/** What an import would change, in numbers. */
export function PlanCounts({ plan }: { plan: SchoolPlan }) {
  const i18n = useI18n();
  return (
    <DescriptionList
      entries={COUNTS.map((name) => ({ name: i18n.t(`plan.${name}`), value: i18n.number(plan[name]) }))}
    />
  );
}
