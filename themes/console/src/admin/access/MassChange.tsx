import { Button, Form, Progress } from "@patternfly/react-core";
import { useState } from "react";
import type { Grant, GrantChangedLine } from "../../api/types";
import { DayField } from "../../components/DayField";
import { Dialog } from "../../components/Dialog";
import { Failure } from "../../components/Failure";
import { ReasonField } from "../../components/ReasonField";
import { ActButton } from "../../components/ActButton";
import { useWords } from "../../components/Surroundings";
import { useAct } from "../../components/useAct";
import { useAdministration } from "../administrator";
import { renewedEnd } from "./filter";
import { changeAll } from "./massChange";
import { MassResult } from "./MassResult";

export type Act = "renew" | "end";

interface Props {
  act: Act;
  grants: Grant[];
  close: () => void;
  /** Called as soon as anything has been changed. */
  done: () => void;
}

/** Renews or ends all that were chosen, and tells what became of each. */
export function MassChange({ act: kind, grants: given, close, done }: Props) {
  const api = useAdministration();
  const words = useWords();
  const { act, busy, failure } = useAct();
  const [grants] = useState(given);
  const [endsOn, setEndsOn] = useState(renewedEnd(words.today()));
  const [reason, setReason] = useState("");
  const [lines, setLines] = useState<GrantChangedLine[]>([]);
  const [finished, setFinished] = useState(false);
  const title = words.count(`grants.${kind}.title`, grants.length);
  /** Goes on after what has been done already. */
  const run = () =>
    act(async () => {
      const renewal = kind === "renew" ? { endsOn, reason: reason.trim() || undefined } : undefined;
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
        done();
      }
    });
  if (finished) {
    return (
      <Dialog title={title} close={close} buttons={<Button onClick={close}>{words.t("close")}</Button>}>
        <MassResult kind={kind} grants={grants} lines={lines} />
      </Dialog>
    );
  }
  return (
    <Dialog
      alert={kind === "end"}
      title={title}
      close={() => {
        if (!busy) {
          close();
        }
      }}
      buttons={
        <>
          <ActButton
            variant={kind === "end" ? "danger" : "primary"}
            busy={busy}
            isDisabled={kind === "renew" && !endsOn}
            onClick={() => void run()}
          >
            {words.t(kind === "end" ? "grants.end.verb" : "grant.renew")}
          </ActButton>
          <Button variant="link" isDisabled={busy} onClick={close}>
            {words.t("cancel")}
          </Button>
        </>
      }
    >
      {kind === "end" && <p>{words.t("grants.end.body")}</p>}
      {kind === "renew" && (
        <Form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
          }}
        >
          <p className="relais-subtle">{words.t("grants.renew.body")}</p>
          <DayField label={words.t("day.last")} value={endsOn} change={setEndsOn} />
          <ReasonField value={reason} required={false} change={setReason} />
        </Form>
      )}
      {busy && grants.length > 1 && (
        <Progress value={(100 * lines.length) / grants.length} title={words.t("running")} aria-label={title} />
      )}
      {failure !== undefined && <Failure failure={failure} retry={() => void run()} />}
    </Dialog>
  );
}
