import { Button, Label } from "@patternfly/react-core";
import { useState } from "react";
import type { Gate } from "../../api/types";
import { Confirm } from "../../components/Confirm";
import { useWords } from "../../components/Surroundings";
import { useAdministration, useAdministrator } from "../administrator";

interface Props {
  gate: Gate;
  changed: () => void;
}

/** Whether the gate stands, and whether it refuses anybody yet; what it will do is said before it is put up. */
export function GateFact({ gate, changed }: Props) {
  const api = useAdministration();
  const words = useWords();
  const { mayConfigure } = useAdministrator();
  const [asked, setAsked] = useState(false);
  const close = () => {
    setAsked(false);
  };
  const state = !gate.installed ? "absent" : gate.observes ? "observes" : "guards";
  return (
    <section className="relais-card" aria-labelledby="relais-gate">
      <h2 id="relais-gate">{words.t("status.gate")}</h2>
      <p>
        <Label color={state === "guards" ? "green" : "orange"}>{words.t(`gate.${state}`)}</Label>
      </p>
      <p className="relais-subtle">{words.t(`gate.${state}.help`)}</p>
      {!gate.installed && mayConfigure && (
        <p className="relais-acts">
          <Button
            variant="secondary"
            onClick={() => {
              setAsked(true);
            }}
          >
            {words.t("gate.install")}
          </Button>
        </p>
      )}
      {asked && (
        <Confirm
          title={words.t("gate.install")}
          verb={words.t("gate.install")}
          close={close}
          act={async () => {
            await api.installGate();
            close();
            changed();
          }}
        >
          {words.t(gate.observes ? "gate.observes.help" : "gate.guards.help")}
        </Confirm>
      )}
    </section>
  );
}
