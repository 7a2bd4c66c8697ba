import { Button, Form, Progress } from "@patternfly/react-core";
import { useState } from "react";
import type { Grant, GrantChangedLine } from "../../../api/types";
import { DayField } from "../../../components/form/DayField";
import { Dialog } from "../../../components/dialog/Dialog";
import { FailureAlert } from "../../../components/feedback/FailureAlert";
import { ReasonField } from "../../../components/form/ReasonField";
import { ActionButton } from "../../../components/form/ActionButton";
import { useI18n } from "../../../components/provider/I18nProvider";
import { useAction } from "../../../components/hooks/useAction";
import { useAdminApi } from "../../administrator";
import { renewedEnd } from "../filter";
import { type BulkAction, changeAll } from "./bulkRequests";
import { BulkResult } from "./BulkResult";

interface Props {
  action: BulkAction;
  grants: Grant[];
  onClose: () => void;
  /** Called as soon as anything has changed. */
  onDone: () => void;
}

/** Renews or ends the selected access grants, and shows the result of each. */
export function BulkChange({ action, grants: given, onClose, onDone }: Props) {
  const api = useAdminApi();
  const i18n = useI18n();
  const { perform, busy, failure } = useAction();
  const [grants] = useState(given);
  const [endsOn, setEndsOn] = useState(renewedEnd(i18n.today()));
  const [reason, setReason] = useState("");
  const [lines, setLines] = useState<GrantChangedLine[]>([]);
  const [finished, setFinished] = useState(false);
  const title = i18n.count(`grants.${action}.title`, grants.length);
  /** Continues after the grants that are already done. */
  const run = () =>
    perform(async () => {
      const renewal = action === "renew" ? { endsOn, reason: reason.trim() || undefined } : undefined;
      const left = grants.filter(({ id }) => !lines.some(({ grantId }) => grantId === id));
      try {
        await changeAll(
          api,
          left.map(({ id }) => id),
          renewal,
          (some) => {
            setLines((before) => [...before, ...some]);
          },
        );
        setFinished(true);
      } finally {
        onDone();
      }
    });
  if (finished) {
    return (
      <Dialog title={title} onClose={onClose} buttons={<Button onClick={onClose}>{i18n.t("close")}</Button>}>
        <BulkResult action={action} grants={grants} lines={lines} />
      </Dialog>
    );
  }
  return (
    <Dialog
      alert={action === "end"}
      title={title}
      onClose={() => {
        if (!busy) {
          onClose();
        }
      }}
      buttons={
        <>
          <ActionButton
            variant={action === "end" ? "danger" : "primary"}
            busy={busy}
            isDisabled={action === "renew" && !endsOn}
            onClick={() => void run()}
          >
            {i18n.t(action === "end" ? "grants.end.verb" : "grant.renew")}
          </ActionButton>
          <Button variant="link" isDisabled={busy} onClick={onClose}>
            {i18n.t("cancel")}
          </Button>
        </>
      }
    >
      {action === "end" && <p>{i18n.t("grants.end.body")}</p>}
      {action === "renew" && (
        <Form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
          }}
        >
          <p className="relais-subtle">{i18n.t("grants.renew.body")}</p>
          <DayField label={i18n.t("day.last")} value={endsOn} onChange={setEndsOn} />
          <ReasonField value={reason} required={false} onChange={setReason} />
        </Form>
      )}
      {busy && grants.length > 1 && (
        <Progress value={(100 * lines.length) / grants.length} title={i18n.t("running")} aria-label={title} />
      )}
      {failure !== undefined && <FailureAlert failure={failure} onRetry={() => void run()} />}
    </Dialog>
  );
}
