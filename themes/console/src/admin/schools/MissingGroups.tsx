import { Button } from "@patternfly/react-core";
import { useCallback, useState } from "react";
import type { SchoolImport } from "../../api/types";
import { Dialog } from "../../components/Dialog";
import { Failure } from "../../components/Failure";
import { Ready } from "../../components/Ready";
import { ActButton } from "../../components/ActButton";
import { useWords } from "../../components/Surroundings";
import { useAct } from "../../components/useAct";
import { useLoad } from "../../components/useLoad";
import { useAdministration } from "../administrator";
import { ImportProgress } from "./import/ImportProgress";

interface Props {
  close: () => void;
  done: () => void;
}

/** The groups that all schools lack: counted first, then created in the background. */
export function MissingGroups({ close, done }: Props) {
  const api = useAdministration();
  const words = useWords();
  const { act, busy, failure } = useAct();
  const [started, setStarted] = useState<SchoolImport>();
  const plan = useLoad(useCallback(() => api.createAllMissingGroups(true), [api]));
  const missing = plan.value?.groups ?? 0;
  return (
    <Dialog
      title={words.t("missing.all")}
      close={close}
      buttons={
        <>
          {!started && missing > 0 && (
            <ActButton
              busy={busy}
              onClick={() =>
                void act(async () => {
                  setStarted((await api.createAllMissingGroups(false)).started ?? undefined);
                })
              }
            >
              {words.count("missing.one", missing)}
            </ActButton>
          )}
          <Button variant="link" onClick={close}>
            {words.t("close")}
          </Button>
        </>
      }
    >
      {started ? (
        <ImportProgress started={started} done={done} />
      ) : (
        <Ready of={plan}>
          {({ groups }) => <p>{groups === 0 ? words.t("missing.nothing") : words.count("missing.plan", groups)}</p>}
        </Ready>
      )}
      {failure !== undefined && <Failure failure={failure} />}
    </Dialog>
  );
}
