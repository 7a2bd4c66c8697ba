import { Label } from "@patternfly/react-core";
import { useState } from "react";
import type { Target } from "../../api/types";
import { InlineAlert } from "../../components/feedback/InlineAlert";
import { useI18n } from "../../components/provider/I18nProvider";
import { DescriptionList } from "../components/DescriptionList";
import { LastReconciliation } from "./LastReconciliation";
import { TargetActions } from "./TargetActions";
import { WaitingPeople } from "./WaitingPeople";

/** One target: its state, the people waiting for it, and the actions on it. */
export function TargetCard({ target, onChanged }: { target: Target; onChanged: () => void }) {
  const i18n = useI18n();
  const [shown, setShown] = useState(false);
  const { waiting, failed, oldest, nextAt, error } = target;
  const state = error ? "failing" : waiting > 0 ? "waiting" : "done";
  const colour = { failing: "red", waiting: "orange", done: "green" } as const;
  return (
    <li className="relais-card" aria-label={target.name}>
      <h2 className="relais-card__title">
        {target.name} <Label color={colour[state]}>{i18n.t(`target.${state}`)}</Label>
      </h2>
      <p className="relais-card__meta">
        <span className="relais-technical">{target.kind}</span>
        <span>{i18n.t("target.feeds", { clients: target.clients.join(", ") || "–" })}</span>
      </p>
      {error && <InlineAlert variant="danger" title={error.errorMessage} />}
      <DescriptionList
        entries={[
          { name: i18n.t("target.queue"), value: i18n.count("target.people", waiting) },
          { name: i18n.t("target.failed"), value: i18n.number(failed) },
          { name: i18n.t("target.oldest"), value: oldest ? i18n.moment(oldest) : "–" },
          { name: i18n.t("target.next"), value: nextAt ? i18n.moment(nextAt) : "–" },
          { name: i18n.t("target.compared"), value: <LastReconciliation reconciliation={target.reconciliation} /> },
        ]}
      />
      <TargetActions
        target={target}
        onChanged={onChanged}
        shown={shown}
        onShow={waiting > 0 || shown ? setShown : undefined}
      />
      {shown && <WaitingPeople target={target} />}
    </li>
  );
}
