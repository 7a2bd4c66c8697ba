import { useCallback } from "react";
import { Failure } from "../Failure";
import { More } from "../More";
import { useRelais, useWords } from "../Surroundings";
import { usePages } from "../usePages";
import { Waiting } from "../Waiting";
import { JournalLine } from "./JournalLine";

/** Who did what to whom, when and why, the newest first. */
export function Journal({ groupId }: { groupId: string }) {
  const relais = useRelais();
  const words = useWords();
  const lines = usePages(
    useCallback(
      (cursor: string | undefined, signal: AbortSignal) => relais.journal(groupId, cursor, signal),
      [relais, groupId],
    ),
  );
  return (
    <section className="relais-journal" aria-label={words.t("group.tab.journal")}>
      <h2>{words.t("group.tab.journal")}</h2>
      {lines.starting && <Waiting lines={4} />}
      {lines.failure !== undefined && lines.items.length === 0 && (
        <Failure failure={lines.failure} retry={lines.reload} />
      )}
      {!lines.loading && !lines.failure && lines.items.length === 0 && (
        <p className="relais-empty">{words.t("journal.none")}</p>
      )}
      <ol className="relais-rows">
        {lines.items.map((line) => (
          <JournalLine key={line.id} line={line} />
        ))}
      </ol>
      {lines.items.length > 0 && <More pages={lines} />}
    </section>
  );
}
