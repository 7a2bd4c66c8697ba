import type { Target } from "../../api/types";
import { useWords } from "../../components/Surroundings";

/** When all was last compared, and what was found. */
export function LastComparison({ of }: { of: Target["reconciliation"] }) {
  const words = useWords();
  if (!of) {
    return <>{words.t("target.compared.never")}</>;
  }
  if (!of.startedAt) {
    return <>{words.t("target.compared.asked")}</>;
  }
  if (!of.finishedAt) {
    return <>{words.t("target.compared.running", { moment: words.moment(of.startedAt) })}</>;
  }
  return (
    <>
      {words.t("target.compared.at", {
        moment: words.moment(of.finishedAt),
        places: words.number(of.places),
        missing: words.number(of.missing),
        surplus: words.number(of.surplus),
      })}
      {of.error && <span className="relais-line__problem"> {of.error.errorMessage}</span>}
    </>
  );
}
