import { useCallback } from "react";
import type { SchoolImport } from "../../../api/types";
import { useWords } from "../../../components/Surroundings";
import { Table } from "../../../components/Table";
import { useLoad } from "../../../components/useLoad";
import { usePoll } from "../../../components/usePoll";
import { useAdministration } from "../../administrator";

/** The latest imports, and how far those have come that go on. */
export function RecentImports() {
  const api = useAdministration();
  const words = useWords();
  const imports = useLoad(useCallback((signal: AbortSignal) => api.schoolImports(signal), [api]));
  usePoll(imports.value?.some(({ finishedAt }) => !finishedAt) ?? false, imports.reload);
  if (!imports.value || imports.value.length === 0) {
    return null;
  }
  return (
    <>
      <h3>{words.t("recent.title")}</h3>
      <Table<SchoolImport>
        label={words.t("recent.title")}
        rows={imports.value}
        keyOf={(one) => one.id}
        columns={[
          { title: words.t("recent.at"), names: true, cell: (one) => words.moment(one.startedAt) },
          { title: words.t("recent.by"), cell: (one) => one.startedBy?.name ?? words.t("someone") },
          {
            title: words.t("filter.status"),
            cell: (one) =>
              one.finishedAt
                ? words.t("progress.finished")
                : words.t("progress.title", { done: words.number(one.done), total: words.number(one.total) }),
          },
          { title: words.t("plan.created"), cell: (one) => words.number(one.created) },
          { title: words.t("plan.changed"), cell: (one) => words.number(one.changed) },
          { title: words.t("plan.groups"), cell: (one) => words.number(one.groups) },
          { title: words.t("recent.failed"), cell: (one) => words.number(one.failed.length) },
        ]}
      />
    </>
  );
}
