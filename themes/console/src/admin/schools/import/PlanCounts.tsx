import type { SchoolPlan } from "../../../api/types";
import { useWords } from "../../../components/Surroundings";
import { Facts } from "../../parts/Facts";

const COUNTS = ["lines", "created", "changed", "unchanged", "closed", "groups", "refused", "warned"] as const;

/** What a file comes to, by number. */
export function PlanCounts({ plan }: { plan: SchoolPlan }) {
  const words = useWords();
  return <Facts of={COUNTS.map((name) => ({ name: words.t(`plan.${name}`), value: words.number(plan[name]) }))} />;
}
