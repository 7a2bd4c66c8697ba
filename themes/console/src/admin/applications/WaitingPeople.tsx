import { useCallback } from "react";
import type { Target, WaitingPerson } from "../../api/types";
import { PagedList } from "../../components/list/PagedList";
import { useI18n } from "../../components/provider/I18nProvider";
import { Table } from "../../components/list/Table";
import { usePages } from "../../components/hooks/usePages";
import { useAdminApi } from "../administrator";

/** The people waiting for a target, and the error of the last attempt. */
export function WaitingPeople({ target }: { target: Target }) {
  const api = useAdminApi();
  const i18n = useI18n();
  const { id } = target;
  const waiting = usePages(
    useCallback((cursor: string | undefined, signal: AbortSignal) => api.waiting(id, cursor, signal), [api, id]),
  );
  const title = i18n.t("target.people.waiting", { name: target.name });
  return (
    <PagedList pages={waiting} none={i18n.t("target.nobody")}>
      <Table<WaitingPerson>
        label={title}
        rows={waiting.items}
        keyOf={(one) => one.userId}
        columns={[
          { title: i18n.t("filter.person"), names: true, cell: (one) => one.username ?? one.userId },
          { title: i18n.t("target.since"), cell: (one) => i18n.moment(one.requestedAt) },
          { title: i18n.t("target.attempts"), cell: (one) => i18n.number(one.attempts) },
          { title: i18n.t("target.next"), cell: (one) => i18n.moment(one.nextAt) },
          { title: i18n.t("import.why"), cell: (one) => one.error?.errorMessage ?? "–" },
        ]}
      />
    </PagedList>
  );
}
