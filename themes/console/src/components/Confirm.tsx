import { Button } from "@patternfly/react-core";
import type { PropsWithChildren } from "react";
import { Dialog } from "./Dialog";
import { Failure } from "./Failure";
import { useWords } from "./Surroundings";
import { useAct } from "./useAct";

interface Props {
  title: string;
  /** What the button says that does it. */
  verb: string;
  act: () => Promise<unknown>;
  close: () => void;
}

/** Asks before something is taken away. */
export function Confirm({ title, verb, act, close, children }: PropsWithChildren<Props>) {
  const words = useWords();
  const once = useAct();
  return (
    <Dialog
      alert
      title={title}
      close={close}
      buttons={
        <>
          <Button variant="danger" isLoading={once.busy} onClick={() => void once.act(act)}>
            {verb}
          </Button>
          <Button variant="link" onClick={close}>
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
