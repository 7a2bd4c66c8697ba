import { Button } from "@patternfly/react-core";
import type { PropsWithChildren } from "react";
import { Refused } from "../api/failures";
import { Dialog } from "./Dialog";
import { Failure } from "./Failure";
import { ActButton } from "./ActButton";
import { useWords } from "./Surroundings";
import { useAct } from "./useAct";

interface Props {
  title: string;
  /** What the button says that does it. */
  verb: string;
  act: () => Promise<unknown>;
  close: () => void;
  /** Closes it after the server has said no: what is shown is out of date. */
  refused?: () => void;
}

/** Asks before something is taken away. */
export function Confirm({ title, verb, act, close, refused, children }: PropsWithChildren<Props>) {
  const words = useWords();
  const once = useAct();
  const leave = once.failure instanceof Refused ? (refused ?? close) : close;
  return (
    <Dialog
      alert
      title={title}
      close={leave}
      buttons={
        <>
          <ActButton variant="danger" busy={once.busy} onClick={() => void once.act(act)}>
            {verb}
          </ActButton>
          <Button variant="link" onClick={leave}>
            {words.t("cancel")}
          </Button>
        </>
      }
    >
      {children}
      {once.failure !== undefined && <Failure failure={once.failure} />}
    </Dialog>
  );
}
