import { Button } from "@patternfly/react-core";
import { Dialog } from "../dialog/Dialog";
import { useI18n } from "../provider/I18nProvider";

/** Asks people who are about to leave unconfirmed changes. */
export function LeaveDialog({ onLeave, onStay }: { onLeave: () => void; onStay: () => void }) {
  const i18n = useI18n();
  return (
    <Dialog
      alert
      title={i18n.t("leave.title")}
      onClose={onStay}
      buttons={
        <>
          <Button onClick={onStay}>{i18n.t("leave.stay")}</Button>
          <Button variant="link" onClick={onLeave}>
            {i18n.t("leave.leave")}
          </Button>
        </>
      }
    >
      {i18n.t("leave.body")}
    </Dialog>
  );
}
