import { useCallback } from "react";
import { JournalRow } from "../../components/journal/JournalRow";
import { PagedList } from "../../components/list/PagedList";
import { useI18n } from "../../components/provider/I18nProvider";
import { usePages } from "../../components/hooks/usePages";
import { useAdminApi } from "../administrator";
import { DownloadButton } from "../components/DownloadButton";
import { useSearchParams, useLinks } from "../route";
import { fromSearchParams } from "./filter";
import { JournalFilters } from "./JournalFilters";

/** The journal of the realm, newest first. */
export function JournalTab() {
  const api = useAdminApi();
  const i18n = useI18n();
  const to = useLinks();
  const [searchParams, setSearchParams] = useSearchParams();
  const key = searchParams.toString();
  const lines = usePages(
    useCallback(
      (cursor: string | undefined, signal: AbortSignal) =>
        api.realmJournal(fromSearchParams(new URLSearchParams(key)), cursor, signal),
      [api, key],
    ),
  );
  return (
    <section className="relais-journal relais-journal--wide" aria-label={i18n.t("admin.journal")}>
      <JournalFilters filter={fromSearchParams(searchParams)} lines={lines.items} onChange={setSearchParams} />
      <p className="relais-acts">
        <DownloadButton
          name="relais-journal"
          text={i18n.t("download.csv")}
          load={() => api.journalAsCsv(fromSearchParams(searchParams))}
        />
      </p>
      <PagedList pages={lines} none={i18n.t("admin.journal.none")}>
        <ol className="relais-rows">
          {lines.items.map((line) => (
            <JournalRow
              key={line.id}
              line={line}
              where={
                line.groupId &&
                (line.groupName ? <a href={to("groups", line.groupId, "journal")}>{line.groupName}</a> : line.groupId)
              }
            />
          ))}
        </ol>
      </PagedList>
    </section>
  );
}
