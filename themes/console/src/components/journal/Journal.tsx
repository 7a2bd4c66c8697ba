import { useCallback } from "react";
import { FailureAlert } from "../feedback/FailureAlert";
import { LoadMore } from "../list/LoadMore";
import { useI18n } from "../provider/I18nProvider";
import { useApi } from "../provider/RelaisProvider";
import { usePages } from "../hooks/usePages";
import { LoadingSkeleton } from "../feedback/LoadingSkeleton";
import { JournalRow } from "./JournalRow";

/** The journal of a group: who did what to whom, when and why, newest first. */
export function Journal({ groupId }: { groupId: string }) {
  const api = useApi();
  const i18n = useI18n();
  const lines = usePages(
    useCallback(
      (cursor: string | undefined, signal: AbortSignal) => api.journal(groupId, cursor, signal),
      [api, groupId],
    ),
  );
  return (
    <section className="relais-journal" aria-label={i18n.t("group.tab.journal")}>
      <h2>{i18n.t("group.tab.journal")}</h2>
      {lines.starting && <LoadingSkeleton lines={4} />}
      {lines.failure !== undefined && lines.items.length === 0 && (
        <FailureAlert failure={lines.failure} onRetry={lines.reload} />
      )}
      {!lines.loading && !lines.failure && lines.items.length === 0 && (
        <p className="relais-empty">{i18n.t("journal.none")}</p>
      )}
      <ol className="relais-rows">
        {lines.items.map((line) => (
          <JournalRow key={line.id} line={line} />
        ))}
      </ol>
      {lines.items.length > 0 && <LoadMore pages={lines} />}
    </section>
  );
}
