import { Label } from "@patternfly/react-core";
import { useState } from "react";
import type { Target } from "../../api/types";
import { Notice } from "../../components/Notice";
import { useWords } from "../../components/Surroundings";
import { Facts } from "../parts/Facts";
import { LastComparison } from "./LastComparison";
import { TargetActs } from "./TargetActs";
import { WaitingPeople } from "./WaitingPeople";

/** One application: how it does, who waits for it, what can be done. */
export function TargetCard({ target, changed }: { target: Target; changed: () => void }) {
  const words = useWords();
  const [shown, setShown] = useState(false);
  const { waiting, failed, oldest, nextAt, error } = target;
  const state = error ? "failing" : waiting > 0 ? "waiting" : "done";
  const colour = { failing: "red", waiting: "orange", done: "green" } as const;
  return (
    <li className="relais-card" aria-label={target.name}>
      <h2 className="relais-card__title">
        {target.name} <Label color={colour[state]}>{words.t(`target.${state}`)}</Label>
      </h2>
      <p className="relais-card__meta">
        <span className="relais-technical">{target.kind}</span>
        <span>{words.t("target.feeds", { clients: target.clients.join(", ") || "–" })}</span>
      </p>
      {error && <Notice variant="danger" title={error.errorMessage} />}
      <Facts
        of={[
          { name: words.t("target.queue"), value: words.count("target.people", waiting) },
          { name: words.t("target.failed"), value: words.number(failed) },
          { name: words.t("target.oldest"), value: oldest ? words.moment(oldest) : "–" },
          { name: words.t("target.next"), value: nextAt ? words.moment(nextAt) : "–" },
          { name: words.t("target.compared"), value: <LastComparison of={target.reconciliation} /> },
        ]}
      />
      <TargetActs target={target} changed={changed} shown={shown} show={waiting > 0 || shown ? setShown : undefined} />
      {shown && <WaitingPeople target={target} />}
    </li>
  );
}
