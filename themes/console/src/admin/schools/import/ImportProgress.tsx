import { Progress } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import type { SchoolImport } from "../../../api/types";
import { isAborted } from "../../../api/failures";
import { FailureAlert } from "../../../components/feedback/FailureAlert";
import { InlineAlert } from "../../../components/feedback/InlineAlert";
import { useI18n } from "../../../components/provider/I18nProvider";
import { useAdminApi } from "../../administrator";
import { ProblemLines } from "./ProblemLines";

/** Milliseconds between two requests. */
const INTERVAL_MS = 1_000;

interface Props {
  started: SchoolImport;
  onDone: () => void;
}

/** The progress of a school import, which continues even if nobody watches. */
export function ImportProgress({ started, onDone }: Props) {
  const api = useAdminApi();
  const i18n = useI18n();
  const [now, setNow] = useState(started);
  const [failure, setFailure] = useState<unknown>();
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (now.finishedAt) {
      return undefined;
    }
    const controller = new AbortController();
    const timer = window.setTimeout(() => {
      api.schoolImport(started.id, controller.signal).then(
        (next) => {
          setFailure(undefined);
          setNow(next);
          if (next.finishedAt) {
            onDone();
          }
        },
        (problem: unknown) => {
          if (!isAborted(problem)) {
            setFailure(problem);
          }
        },
      );
    }, INTERVAL_MS);
    return () => {
      window.clearTimeout(timer);
      controller.abort();
    };
  }, [api, now, started.id, attempt, onDone]);

  const { total, created, changed, groups, failed } = now;
  return (
    <div className="relais-progress">
      <Progress
        value={total === 0 ? 100 : Math.floor((100 * now.done) / total)}
        title={i18n.t("progress.title", { done: i18n.number(now.done), total: i18n.number(total) })}
        aria-label={i18n.t("schoolImport.title")}
      />
      {failure !== undefined && (
        <FailureAlert
          failure={failure}
          onRetry={() => {
            setAttempt((before) => before + 1);
          }}
        />
      )}
      {now.finishedAt ? (
        <InlineAlert live variant="success" title={i18n.t("progress.finished")}>
          {i18n.t("progress.came", {
            created: i18n.number(created),
            changed: i18n.number(changed),
            groups: i18n.number(groups),
          })}
        </InlineAlert>
      ) : (
        <p className="relais-subtle">{i18n.t("progress.goesOn")}</p>
      )}
      <ProblemLines title={i18n.count("progress.failed", failed.length)} lines={failed} />
    </div>
  );
}
