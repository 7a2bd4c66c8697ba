import { Button, Form } from "@patternfly/react-core";
import { useCallback, useState } from "react";
import { Refused } from "../../api/failures";
import type { Grant } from "../../api/types";
import { useAnnounce } from "../Announcer";
import { DayField } from "../DayField";
import { Dialog } from "../Dialog";
import { Failure } from "../Failure";
import { ReasonField } from "../ReasonField";
import { Ready } from "../Ready";
import { ActButton } from "../ActButton";
import { useRelais, useWords } from "../Surroundings";
import { useAct } from "../useAct";
import { useLoad } from "../useLoad";
import { nameOf } from "./nameOf";

interface Props {
  grant: Grant;
  close: () => void;
  done: () => void;
  /** Whether a later day is offered at once. */
  extend?: boolean;
  /** Where it can be ended from here too. */
  end?: () => void;
}

/** Another last day for one person's access, or another reason. */
export function RenewGrant({ grant, close, done, extend, end }: Props) {
  const relais = useRelais();
  const words = useWords();
  const announce = useAnnounce();
  const { act, busy, failure } = useAct();
  const group = useLoad(
    useCallback((signal: AbortSignal) => relais.group(grant.groupId, signal), [relais, grant.groupId]),
  );
  const [endsOn, setEndsOn] = useState<string>();
  const [reason, setReason] = useState(grant.reason ?? "");
  const name = nameOf(grant);
  const suggested = group.value?.rules.suggestedEnd ?? "";
  const day = endsOn ?? (extend && suggested > grant.endsOn ? suggested : grant.endsOn);
  const body = {
    endsOn: day === grant.endsOn ? undefined : day,
    reason: reason.trim() === (grant.reason ?? "") ? undefined : reason.trim(),
  };
  // Somebody else may have changed it meanwhile.
  const leave = failure instanceof Refused ? done : close;
  const save = () =>
    act(async () => {
      if (body.endsOn === undefined && body.reason === undefined) {
        leave();
        return;
      }
      const changed = await relais.changeGrant(grant.id, body);
      announce(words.t("grant.renewed", { name, day: words.day(changed.endsOn) }));
      done();
    });
  const of = (field: string) =>
    failure instanceof Refused ? failure.problems.find((problem) => problem.field === field)?.errorMessage : undefined;
  return (
    <Dialog
      title={words.t("grant.renew.title", { name })}
      close={leave}
      buttons={
        <>
          <ActButton busy={busy} isDisabled={!group.value || !day} onClick={() => void save()}>
            {words.t("grant.save")}
          </ActButton>
          <Button variant="link" onClick={leave}>
            {words.t("cancel")}
          </Button>
          {end && (
            <Button variant="link" isDanger className="relais-dialog__aside" onClick={end}>
              {words.t("grant.end.now")}
            </Button>
          )}
        </>
      }
    >
      <p className="relais-subtle">
        {words.t("grant.now", { group: grant.groupName ?? "", day: words.day(grant.endsOn) })}
      </p>
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {failure !== undefined && !of("endsOn") && !of("reason") && <Failure failure={failure} />}
        <Ready of={group}>
          {({ rules }) => (
            <>
              <DayField
                label={words.t("day.last")}
                value={day}
                latest={rules.latestEnd}
                problem={of("endsOn")}
                change={setEndsOn}
                first
              />
              <ReasonField value={reason} required={rules.reasonRequired} problem={of("reason")} change={setReason} />
            </>
          )}
        </Ready>
      </Form>
    </Dialog>
  );
}
