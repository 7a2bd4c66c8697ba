import { Button } from "@patternfly/react-core";
import { useCallback, useState } from "react";
import type { SchoolImport } from "../../api/types";
import { Dialog } from "../../components/dialog/Dialog";
import { FailureAlert } from "../../components/feedback/FailureAlert";
import { LoadedContent } from "../../components/feedback/LoadedContent";
import { ActionButton } from "../../components/form/ActionButton";
import { useI18n } from "../../components/provider/I18nProvider";
import { useAction } from "../../components/hooks/useAction";
import { useLoad } from "../../components/hooks/useLoad";
import { useAdminApi } from "../administrator";
import { ImportProgress } from "./import/ImportProgress";

interface Props {
  onClose: () => void;
  onDone: () => void;
}

/** Creates the missing groups of all schools: counts them first, then creates them in the background. */
export function MissingGroups({ onClose, onDone }: Props) {
  const api = useAdminApi();
  const i18n = useI18n();
  const { perform, busy, failure } = useAction();
  const [started, setStarted] = useState<SchoolImport>();
  const plan = useLoad(useCallback(() => api.createAllMissingGroups(true), [api]));
  const missing = plan.value?.groups ?? 0;
  return (
    <Dialog
      title={i18n.t("missing.all")}
      onClose={onClose}
      buttons={
        <>
          {!started && missing > 0 && (
            <ActionButton
              busy={busy}
              onClick={() =>
                void perform(async () => {
                  setStarted((await api.createAllMissingGroups(false)).started ?? undefined);
                })
              }
            >
              {i18n.count("missing.one", missing)}
            </ActionButton>
          )}
          <Button variant="link" onClick={onClose}>
            {i18n.t("close")}
          </Button>
        </>
      }
    >
      {started ? (
        <ImportProgress started={started} onDone={onDone} />
      ) : (
        <LoadedContent loaded={plan}>
          {({ groups }) => <p>{groups === 0 ? i18n.t("missing.nothing") : i18n.count("missing.plan", groups)}</p>}
        </LoadedContent>
      )}
      {failure !== undefined && <FailureAlert failure={failure} />}
    </Dialog>
  );
}
