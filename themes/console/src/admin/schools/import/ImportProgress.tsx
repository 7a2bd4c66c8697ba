import { Progress } from "@patternfly/react-core";
import { useEffect, useState } from "react";
import type { SchoolImport } from "../../../api/types";
import { isAborted } from "../../../api/failures";
import { Failure } from "../../../components/Failure";
import { Notice } from "../../../components/Notice";
import { useWords } from "../../../components/Surroundings";
import { useAdministration } from "../../administrator";
import { ProblemLines } from "./ProblemLines";

/** Milliseconds between two looks. */
const PACE = 1_000;

interface Props {
  started: SchoolImport;
  done: () => void;
}

/** How far the schools of a file have come; what goes on goes on without anybody looking, too. */
export function ImportProgress({ started, done }: Props) {
  const api = useAdministration();
  const words = useWords();
  const [now, setNow] = useState(started);
  const [failure, setFailure] = useState<unknown>();
  const [turn, setTurn] = useState(0);

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
            done();
          }
        },
        (problem: unknown) => {
          if (!isAborted(problem)) {
            setFailure(problem);
          }
        },
      );
    }, PACE);
    return () => {
      window.clearTimeout(timer);
      controller.abort();
    };
  }, [api, now, started.id, turn, done]);

  const { total, created, changed, groups, failed } = now;
  return (
    <div className="relais-progress">
      <Progress
        value={total === 0 ? 100 : Math.floor((100 * now.done) / total)}
        title={words.t("progress.title", { done: words.number(now.done), total: words.number(total) })}
        aria-label={words.t("schoolImport.title")}
      />
      {failure !== undefined && (
        <Failure
          failure={failure}
          retry={() => {
            setTurn((before) => before + 1);
          }}
        />
      )}
      {now.finishedAt ? (
        <Notice live variant="success" title={words.t("progress.finished")}>
          {words.t("progress.came", {
            created: words.number(created),
            changed: words.number(changed),
            groups: words.number(groups),
          })}
        </Notice>
      ) : (
        <p className="relais-subtle">{words.t("progress.goesOn")}</p>
      )}
      <ProblemLines title={words.count("progress.failed", failed.length)} lines={failed} />
    </div>
  );
}
