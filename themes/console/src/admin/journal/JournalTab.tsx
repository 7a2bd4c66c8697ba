import { useCallback } from "react";
import { JournalLine } from "../../components/journal/JournalLine";
import { List } from "../../components/List";
import { useWords } from "../../components/Surroundings";
import { usePages } from "../../components/usePages";
import { useAdministration } from "../administrator";
import { Download } from "../parts/Download";
import { useAsked, useLinks } from "../route";
import { filterIn } from "./filter";
import { JournalFilters } from "./JournalFilters";

/** All that happened in the realm, the newest first. */
export function JournalTab() {
  const api = useAdministration();
  const words = useWords();
  const to = useLinks();
  const [asked, ask] = useAsked();
  const key = asked.toString();
  const lines = usePages(
    useCallback(
      (cursor: string | undefined, signal: AbortSignal) =>
        api.realmJournal(filterIn(new URLSearchParams(key)), cursor, signal),
      [api, key],
    ),
  );
  return (
    <section className="relais-journal relais-journal--wide" aria-label={words.t("admin.journal")}>
      <JournalFilters filter={filterIn(asked)} lines={lines.items} change={ask} />
      <p className="relais-acts">
        <Download name="relais-journal" text={words.t("download.csv")} load={() => api.journalAsCsv(filterIn(asked))} />
      </p>
      <List pages={lines} none={words.t("admin.journal.none")}>
        <ol className="relais-rows">
          {lines.items.map((line) => (
            <JournalLine
              key={line.id}
              line={line}
              where={
                line.groupId &&
                (line.groupName ? <a href={to("groups", line.groupId, "journal")}>{line.groupName}</a> : line.groupId)
              }
            />
          ))}
        </ol>
      </List>
    </section>
  );
}
