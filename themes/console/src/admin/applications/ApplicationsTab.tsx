import { useCallback } from "react";
import type { Target } from "../../api/types";
import { LoadedContent } from "../../components/feedback/LoadedContent";
import { useI18n } from "../../components/provider/I18nProvider";
import { useLoad } from "../../components/hooks/useLoad";
import { usePolling } from "../../components/hooks/usePolling";
import { useAdminApi } from "../administrator";
import { TargetCard } from "./TargetCard";

/** The targets: applications that Relais keeps up to date. */
export function ApplicationsTab() {
  const api = useAdminApi();
  const i18n = useI18n();
  const targets = useLoad(useCallback((signal: AbortSignal) => api.targets(signal), [api]));
  usePolling(targets.value?.some(goesOn) ?? false, targets.reload);
  return (
    <section aria-label={i18n.t("admin.applications")}>
      <p className="relais-lead">{i18n.t("applications.lead")}</p>
      <LoadedContent loaded={targets}>
        {(all: Target[]) =>
          all.length === 0 ? (
            <p className="relais-empty">{i18n.t("applications.none")}</p>
          ) : (
            <ul className="relais-cards relais-targets">
              {all.map((target) => (
                <TargetCard key={target.id} target={target} onChanged={targets.reload} />
              ))}
            </ul>
          )
        }
      </LoadedContent>
    </section>
  );
}

function goesOn({ waiting, reconciliation }: Target) {
  return waiting > 0 || Boolean(reconciliation && !reconciliation.finishedAt);
}
