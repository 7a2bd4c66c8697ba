import type { ReactNode } from "react";
import type { JournalEntry } from "../../api/types";
import { useI18n } from "../provider/I18nProvider";
import { sentenceOf } from "./sentence";

/** One entry of a journal: when, what and why; and in which group, if the page does not say so already. */
export function JournalRow({ line, where }: { line: JournalEntry; where?: ReactNode }) {
  const i18n = useI18n();
  return (
    <li className="relais-row">
      <span className="relais-row__when relais-subtle">
        <time dateTime={line.at}>{i18n.moment(line.at)}</time>
        {where && <> · {where}</>}
      </span>
      <span className="relais-row__what">
        <span>{sentenceOf(line, i18n)}</span>
        {line.details.reason && (
          <span className="relais-subtle">{i18n.t("journal.reason", { reason: line.details.reason })}</span>
        )}
      </span>
    </li>
  );
}
