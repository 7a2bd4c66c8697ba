import { useCallback } from "react";
import type { Target } from "../../api/types";
import { Ready } from "../../components/Ready";
import { useWords } from "../../components/Surroundings";
import { useLoad } from "../../components/useLoad";
import { usePoll } from "../../components/usePoll";
import { useAdministration } from "../administrator";
import { TargetCard } from "./TargetCard";

/** The applications that are told of people. */
export function ApplicationsTab() {
  const api = useAdministration();
  const words = useWords();
  const targets = useLoad(useCallback((signal: AbortSignal) => api.targets(signal), [api]));
  usePoll(targets.value?.some(goesOn) ?? false, targets.reload);
  return (
    <section aria-label={words.t("admin.applications")}>
      <p className="relais-lead">{words.t("applications.lead")}</p>
      <Ready of={targets}>
        {(all: Target[]) =>
          all.length === 0 ? (
            <p className="relais-empty">{words.t("applications.none")}</p>
          ) : (
            <ul className="relais-cards relais-targets">
              {all.map((target) => (
                <TargetCard key={target.id} target={target} changed={targets.reload} />
              ))}
            </ul>
          )
        }
      </Ready>
    </section>
  );
}

function goesOn({ waiting, reconciliation }: Target) {
  return waiting > 0 || Boolean(reconciliation && !reconciliation.finishedAt);
}
