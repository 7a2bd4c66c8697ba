import { Button } from "@patternfly/react-core";
import { useState } from "react";
import type { Target, TargetTest } from "../../api/types";
import { useAnnounce } from "../../components/provider/Announcer";
import { FailureAlert } from "../../components/feedback/FailureAlert";
import { InlineAlert } from "../../components/feedback/InlineAlert";
import { useI18n } from "../../components/provider/I18nProvider";
import { useAction } from "../../components/hooks/useAction";
import { useAdminApi, useAdministrator } from "../administrator";

interface Props {
  target: Target;
  onChanged: () => void;
  /** Whether the waiting people are shown. */
  shown: boolean;
  /** Absent if nobody is waiting. */
  onShow: ((shown: boolean) => void) | undefined;
}

/** Tests the target, retries now, or starts a reconciliation. */
export function TargetActions({ target, onChanged, shown, onShow }: Props) {
  const api = useAdminApi();
  const i18n = useI18n();
  const announce = useAnnounce();
  const { mayManage, mayConfigure } = useAdministrator();
  const { perform, busy, failure } = useAction();
  const [test, setTest] = useState<TargetTest>();
  const trigger = (verb: "retry" | "reconcile") => () =>
    void perform(async () => {
      await api.triggerTarget(target.id, verb);
      onChanged();
      announce(i18n.t(`target.${verb}.asked`, { name: target.name }));
    });
  return (
    <>
      <p className="relais-acts">
        {mayConfigure && (
          <Button
            variant="secondary"
            isDisabled={busy}
            onClick={() =>
              void perform(async () => {
                setTest(undefined);
                setTest(await api.testTarget(target.id));
              })
            }
          >
            {i18n.t("target.test")}
          </Button>
        )}
        {mayManage && (
          <>
            <Button variant="secondary" isDisabled={busy || target.waiting === 0} onClick={trigger("retry")}>
              {i18n.t("target.retry")}
            </Button>
            <Button variant="secondary" isDisabled={busy} onClick={trigger("reconcile")}>
              {i18n.t("target.reconcile")}
            </Button>
          </>
        )}
        {onShow && (
          <Button
            variant="link"
            aria-expanded={shown}
            onClick={() => {
              onShow(!shown);
            }}
          >
            {i18n.t("target.show")}
          </Button>
        )}
      </p>
      {failure !== undefined && <FailureAlert failure={failure} />}
      {test && (
        <InlineAlert
          live
          variant={test.good ? "success" : "danger"}
          title={
            test.good
              ? i18n.t("target.good", { name: test.name, version: test.version ?? "" })
              : i18n.t("target.bad", { name: test.name })
          }
        >
          {test.problems.map((problem) => (
            <p key={problem.errorMessage}>{problem.errorMessage}</p>
          ))}
        </InlineAlert>
      )}
    </>
  );
}
