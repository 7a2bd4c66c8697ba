import { useCallback } from "react";
import type { SchoolImport } from "../../../api/types";
import { actorName } from "../../../components/journal/actorName";
import { useI18n } from "../../../components/provider/I18nProvider";
import { Table } from "../../../components/list/Table";
import { useLoad } from "../../../components/hooks/useLoad";
import { usePolling } from "../../../components/hooks/usePolling";
import { useAdminApi } from "../../administrator";

/** The recent imports, and the progress of those still running. */
export function RecentImports() {
  const api = useAdminApi();
  const i18n = useI18n();
  const imports = useLoad(useCallback((signal: AbortSignal) => api.schoolImports(signal), [api]));
  usePolling(imports.value?.some(({ finishedAt }) => !finishedAt) ?? false, imports.reload);
  if (!imports.value || imports.value.length === 0) {
    return null;
  }
  return (
    <>
      <h3>{i18n.t("recent.title")}</h3>
      <Table<SchoolImport>
        label={i18n.t("recent.title")}
        rows={imports.value}
        keyOf={(one) => one.id}
        columns={[
          { title: i18n.t("recent.at"), names: true, cell: (one) => i18n.moment(one.startedAt) },
          { title: i18n.t("recent.by"), cell: (one) => actorName(one.startedBy, i18n) },
          {
            title: i18n.t("filter.status"),
            cell: (one) =>
              one.finishedAt
                ? i18n.t("progress.finished")
                : i18n.t("progress.title", { done: i18n.number(one.done), total: i18n.number(one.total) }),
          },
          { title: i18n.t("plan.created"), cell: (one) => i18n.number(one.created) },
          { title: i18n.t("plan.changed"), cell: (one) => i18n.number(one.changed) },
          { title: i18n.t("plan.groups"), cell: (one) => i18n.number(one.groups) },
          { title: i18n.t("recent.failed"), cell: (one) => i18n.number(one.failed.length) },
        ]}
      />
    </>
  );
}
