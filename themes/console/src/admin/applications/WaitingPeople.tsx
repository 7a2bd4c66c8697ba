import { useCallback } from "react";
import type { Target, WaitingPerson } from "../../api/types";
import { List } from "../../components/List";
import { useWords } from "../../components/Surroundings";
import { Table } from "../../components/Table";
import { usePages } from "../../components/usePages";
import { useAdministration } from "../administrator";

/** Who waits for an application, and what was met when it was last tried. */
export function WaitingPeople({ target }: { target: Target }) {
  const api = useAdministration();
  const words = useWords();
  const { id } = target;
  const waiting = usePages(
    useCallback((cursor: string | undefined, signal: AbortSignal) => api.waiting(id, cursor, signal), [api, id]),
  );
  const title = words.t("target.people.waiting", { name: target.name });
  return (
    <List pages={waiting} none={words.t("target.nobody")}>
      <Table<WaitingPerson>
        label={title}
        rows={waiting.items}
        keyOf={(one) => one.userId}
        columns={[
          { title: words.t("filter.person"), names: true, cell: (one) => one.username ?? one.userId },
          { title: words.t("target.since"), cell: (one) => words.moment(one.requestedAt) },
          { title: words.t("target.attempts"), cell: (one) => words.number(one.attempts) },
          { title: words.t("target.next"), cell: (one) => words.moment(one.nextAt) },
          { title: words.t("import.why"), cell: (one) => one.error?.errorMessage ?? "–" },
        ]}
      />
    </List>
  );
}
