import { Button, Form } from "@patternfly/react-core";
import { useCallback, useState } from "react";
import { Refused } from "../../api/failures";
import type { Grant } from "../../api/types";
import { useAnnounce } from "../provider/Announcer";
import { DayField } from "../form/DayField";
import { Dialog } from "../dialog/Dialog";
import { FailureAlert } from "../feedback/FailureAlert";
import { ReasonField } from "../form/ReasonField";
import { LoadedContent } from "../feedback/LoadedContent";
import { ActionButton } from "../form/ActionButton";
import { useI18n } from "../provider/I18nProvider";
import { useApi } from "../provider/RelaisProvider";
import { useAction } from "../hooks/useAction";
import { useLoad } from "../hooks/useLoad";
import { granteeName } from "./granteeName";

interface Props {
  grant: Grant;
  onClose: () => void;
  onDone: () => void;
  /** Whether to suggest a later day at once. */
  extend?: boolean;
  /** Present where the access can also be ended from here. */
  onEnd?: () => void;
}

/** Changes the last day or the reason of one person's access. */
export function RenewGrant({ grant, onClose, onDone, extend, onEnd }: Props) {
  const api = useApi();
  const i18n = useI18n();
  const announce = useAnnounce();
  const { perform, busy, failure } = useAction();
  const group = useLoad(useCallback((signal: AbortSignal) => api.group(grant.groupId, signal), [api, grant.groupId]));
  const [endsOn, setEndsOn] = useState<string>();
  const [reason, setReason] = useState(grant.reason ?? "");
  const name = granteeName(grant);
  const suggested = group.value?.rules.suggestedEnd ?? "";
  const day = endsOn ?? (extend && suggested > grant.endsOn ? suggested : grant.endsOn);
  const body = {
    endsOn: day === grant.endsOn ? undefined : day,
    reason: reason.trim() === (grant.reason ?? "") ? undefined : reason.trim(),
  };
  // The server refused: somebody else may have changed the access meanwhile.
  const leave = failure instanceof Refused ? onDone : onClose;
  const save = () =>
    perform(async () => {
      if (body.endsOn === undefined && body.reason === undefined) {
        leave();
        return;
      }
      const changed = await api.changeGrant(grant.id, body);
      announce(i18n.t("grant.renewed", { name, day: i18n.day(changed.endsOn) }));
      onDone();
    });
  const of = (field: string) =>
    failure instanceof Refused ? failure.problems.find((problem) => problem.field === field)?.errorMessage : undefined;
  return (
    <Dialog
      title={i18n.t("grant.renew.title", { name })}
      onClose={leave}
      buttons={
        <>
          <ActionButton busy={busy} isDisabled={!group.value || !day} onClick={() => void save()}>
            {i18n.t("grant.save")}
          </ActionButton>
          <Button variant="link" onClick={leave}>
            {i18n.t("cancel")}
          </Button>
          {onEnd && (
            <Button variant="link" isDanger className="relais-dialog__aside" onClick={onEnd}>
              {i18n.t("grant.end.now")}
            </Button>
          )}
        </>
      }
    >
      <p className="relais-subtle">
        {i18n.t("grant.now", { group: grant.groupName ?? "", day: i18n.day(grant.endsOn) })}
      </p>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {failure !== undefined && !of("endsOn") && !of("reason") && <FailureAlert failure={failure} />}
        <LoadedContent loaded={group}>
          {({ rules }) => (
            <>
              <DayField
                label={i18n.t("day.last")}
                value={day}
                latest={rules.latestEnd}
                problem={of("endsOn")}
                onChange={setEndsOn}
                autoFocus
              />
              <ReasonField value={reason} required={rules.reasonRequired} problem={of("reason")} onChange={setReason} />
            </>
          )}
        </LoadedContent>
      </Form>
    </Dialog>
  );
}
