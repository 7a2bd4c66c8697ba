import type { ReactNode } from "react";
import type { JournalEntry } from "../../api/types";
import { useWords } from "../Surroundings";
import { sentenceOf } from "./sentence";

/** One line of a journal: when, what, why; and where, if that is not known already. */
export function JournalLine({ line, where }: { line: JournalEntry; where?: ReactNode }) {
  const words = useWords();
  return (
    <li className="relais-row">
      <span className="relais-row__when relais-subtle">
        <time dateTime={line.at}>{words.moment(line.at)}</time>
        {where && <> · {where}</>}
      </span>
      <span className="relais-row__what">
        <span>{sentenceOf(line, words)}</span>
        {line.details.reason && (
          <span className="relais-subtle">{words.t("journal.reason", { reason: line.details.reason })}</span>
        )}
      </span>
    </li>
  );
}
