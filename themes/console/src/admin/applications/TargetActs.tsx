import { Button } from "@patternfly/react-core";
import { useState } from "react";
import type { Target, TargetTest } from "../../api/types";
import { useAnnounce } from "../../components/Announcer";
import { Failure } from "../../components/Failure";
import { Notice } from "../../components/Notice";
import { useWords } from "../../components/Surroundings";
import { useAct } from "../../components/useAct";
import { useAdministration, useAdministrator } from "../administrator";

interface Props {
  target: Target;
  changed: () => void;
  /** Whether those who wait are shown. */
  shown: boolean;
  /** Absent where nobody waits. */
  show: ((shown: boolean) => void) | undefined;
}

/** To test, to hurry, to compare. */
export function TargetActs({ target, changed, shown, show }: Props) {
  const api = useAdministration();
  const words = useWords();
  const announce = useAnnounce();
  const { mayManage, mayConfigure } = useAdministrator();
  const { act, busy, failure } = useAct();
  const [test, setTest] = useState<TargetTest>();
  const hurry = (verb: "retry" | "reconcile") => () =>
    void act(async () => {
      await api.hurryTarget(target.id, verb);
      changed();
      announce(words.t(`target.${verb}.asked`, { name: target.name }));
    });
  return (
    <>
      <p className="relais-acts">
        {mayConfigure && (
          <Button
            variant="secondary"
            isDisabled={busy}
            onClick={() =>
              void act(async () => {
                setTest(undefined);
                setTest(await api.testTarget(target.id));
              })
            }
          >
            {words.t("target.test")}
          </Button>
        )}
        {mayManage && (
          <>
            <Button variant="secondary" isDisabled={busy || target.waiting === 0} onClick={hurry("retry")}>
              {words.t("target.retry")}
            </Button>
            <Button variant="secondary" isDisabled={busy} onClick={hurry("reconcile")}>
              {words.t("target.reconcile")}
            </Button>
          </>
        )}
        {show && (
          <Button
            variant="link"
            aria-expanded={shown}
            onClick={() => {
              show(!shown);
            }}
          >
            {words.t("target.show")}
          </Button>
        )}
      </p>
      {failure !== undefined && <Failure failure={failure} />}
      {test && (
        <Notice
          live
          variant={test.good ? "success" : "danger"}
          title={
            test.good
              ? words.t("target.good", { name: test.name, version: test.version ?? "" })
              : words.t("target.bad", { name: test.name })
          }
        >
          {test.problems.map((problem) => (
            <p key={problem.errorMessage}>{problem.errorMessage}</p>
          ))}
        </Notice>
      )}
    </>
  );
}
