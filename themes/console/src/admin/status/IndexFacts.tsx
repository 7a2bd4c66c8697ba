import { useEffect } from "react";
import type { Directory } from "../../api/types";
import { useAnnounce } from "../../components/Announcer";
import { Failure } from "../../components/Failure";
import { ActButton } from "../../components/ActButton";
import { useWords } from "../../components/Surroundings";
import { useAct } from "../../components/useAct";
import { useAdministration, useAdministrator } from "../administrator";
import { Facts } from "../parts/Facts";

/** Milliseconds between two looks at a comparison under way. */
const PACE = 3_000;

interface Props {
  directory: Directory;
  changed: () => void;
}

/** How old the search index is, and the comparison with all accounts. */
export function IndexFacts({ directory, changed }: Props) {
  const api = useAdministration();
  const words = useWords();
  const announce = useAnnounce();
  const { mayManage } = useAdministrator();
  const { act, busy, failure } = useAct();
  const { startedAt, endedAt, compared, written, ageSeconds } = directory;
  const running = Boolean(startedAt) && !endedAt;

  useEffect(() => {
    const timer = running ? window.setTimeout(changed, PACE) : undefined;
    return () => {
      window.clearTimeout(timer);
    };
  }, [running, compared, changed]);

  return (
    <section className="relais-card" aria-labelledby="relais-index">
      <h2 id="relais-index">{words.t("status.index")}</h2>
      <Facts
        of={[
          {
            name: words.t("index.age"),
            value: typeof ageSeconds === "number" ? words.duration(ageSeconds) : words.t("index.never"),
          },
          {
            name: words.t("index.comparison"),
            value: running
              ? words.t("index.running")
              : endedAt
                ? words.moment(endedAt)
                : words.t("target.compared.never"),
          },
          { name: words.t("index.compared"), value: words.number(compared) },
          { name: words.t("index.written"), value: words.number(written) },
        ]}
      />
      {mayManage && (
        <p className="relais-acts">
          <ActButton
            variant="secondary"
            busy={busy}
            isDisabled={running}
            onClick={() =>
              void act(async () => {
                await api.reindex();
                announce(words.t("index.asked"));
                changed();
              })
            }
          >
            {words.t("index.reindex")}
          </ActButton>
        </p>
      )}
      {failure !== undefined && <Failure failure={failure} />}
    </section>
  );
}
