import type { Target } from "../../api/types";
import { useI18n } from "../../components/provider/I18nProvider";

/** When the last reconciliation ran, and what it found. */
export function LastReconciliation({ reconciliation }: { reconciliation: Target["reconciliation"] }) {
  const i18n = useI18n();
  if (!reconciliation) {
    return <>{i18n.t("target.compared.never")}</>;
  }
  if (!reconciliation.startedAt) {
    return <>{i18n.t("target.compared.asked")}</>;
  }
  if (!reconciliation.finishedAt) {
    return <>{i18n.t("target.compared.running", { moment: i18n.moment(reconciliation.startedAt) })}</>;
  }
  return (
    <>
      {i18n.t("target.compared.at", {
        moment: i18n.moment(reconciliation.finishedAt),
        places: i18n.number(reconciliation.places),
        missing: i18n.number(reconciliation.missing),
        surplus: i18n.number(reconciliation.surplus),
      })}
      {reconciliation.error && <span className="relais-line__problem"> {reconciliation.error.errorMessage}</span>}
    </>
  );
}
