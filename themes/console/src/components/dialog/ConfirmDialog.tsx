import { Button } from "@patternfly/react-core";
import type { PropsWithChildren } from "react";
import { Refused } from "../../api/failures";
import { Dialog } from "./Dialog";
import { FailureAlert } from "../feedback/FailureAlert";
import { ActionButton } from "../form/ActionButton";
import { useI18n } from "../provider/I18nProvider";
import { useAction } from "../hooks/useAction";

interface Props {
  title: string;
  /** What the button says that does it. */
  verb: string;
  action: () => Promise<unknown>;
  onClose: () => void;
  /** Closes it after the server has said no: what is shown is out of date. */
  onRefused?: () => void;
}

/** Asks before something is taken away. */
export function ConfirmDialog({ title, verb, action, onClose, onRefused, children }: PropsWithChildren<Props>) {
  const i18n = useI18n();
  const { perform, busy, failure } = useAction();
  const leave = failure instanceof Refused ? (onRefused ?? onClose) : onClose;
  return (
    <Dialog
      alert
      title={title}
      onClose={leave}
      buttons={
        <>
          <ActionButton variant="danger" busy={busy} onClick={() => void perform(action)}>
            {verb}
          </ActionButton>
          <Button variant="link" onClick={leave}>
            {i18n.t("cancel")}
          </Button>
        </>
      }
    >
      {children}
      {failure !== undefined && <FailureAlert failure={failure} />}
    </Dialog>
  );
}
