import { Button, Label } from "@patternfly/react-core";
import { useState } from "react";
import type { Gate } from "../../api/types";
import { ConfirmDialog } from "../../components/dialog/ConfirmDialog";
import { useI18n } from "../../components/provider/I18nProvider";
import { useAdminApi, useAdministrator } from "../administrator";

interface Props {
  gate: Gate;
  onChanged: () => void;
}

/** The state of the gate, and its installation after a confirmation that says what it will do. */
export function GateCard({ gate, onChanged }: Props) {
  const api = useAdminApi();
  const i18n = useI18n();
  const { mayConfigure } = useAdministrator();
  const [confirming, setConfirming] = useState(false);
  const close = () => {
    setConfirming(false);
  };
  const state = !gate.installed ? "absent" : gate.observes ? "observes" : "guards";
  return (
    <section className="relais-card" aria-labelledby="relais-gate">
      <h2 id="relais-gate">{i18n.t("status.gate")}</h2>
      <p>
        <Label color={state === "guards" ? "green" : "orange"}>{i18n.t(`gate.${state}`)}</Label>
      </p>
      <p className="relais-subtle">{i18n.t(`gate.${state}.help`)}</p>
      {!gate.installed && mayConfigure && (
        <p className="relais-acts">
          <Button
            variant="secondary"
            onClick={() => {
              setConfirming(true);
            }}
          >
            {i18n.t("gate.install")}
          </Button>
        </p>
      )}
      {confirming && (
        <ConfirmDialog
          title={i18n.t("gate.install")}
          verb={i18n.t("gate.install")}
          onClose={close}
          action={async () => {
            await api.installGate();
            close();
            onChanged();
          }}
        >
          {i18n.t(gate.observes ? "gate.observes.help" : "gate.guards.help")}
        </ConfirmDialog>
      )}
    </section>
  );
}
