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
  /** Label of the confirming button. */
  verb: string;
  action: () => Promise<unknown>;
  onClose: () => void;
  /** Called instead of onClose after the server refused: the page is out of date. */
  onRefused?: () => void;
}

/** Asks for confirmation before something is removed. */
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
