import { useCallback, useState } from "react";
import type { Grant } from "../../api/types";
import { PagedList } from "../../components/list/PagedList";
import { useI18n } from "../../components/provider/I18nProvider";
import { usePages } from "../../components/hooks/usePages";
import { useAdminApi, useAdministrator } from "../administrator";
import { useSearchParams } from "../route";
import { toSearchParams, fromSearchParams, toQuery } from "./filter";
import { GrantActions } from "./GrantActions";
import { GrantFilters } from "./GrantFilters";
import { GrantTable } from "./GrantTable";
import { BulkChange } from "./bulk/BulkChange";
import type { BulkAction } from "./bulk/bulkRequests";
import { SelectionBar } from "./bulk/SelectionBar";

interface Chosen {
  /** The filter under which they were selected. */
  key: string;
  grants: ReadonlyMap<string, Grant>;
}

const NONE: ReadonlyMap<string, Grant> = new Map();

/** The access grants that a filter finds, and bulk actions on them. */
export function Grants() {
  const api = useAdminApi();
  const i18n = useI18n();
  const { mayManage } = useAdministrator();
  const [searchParams, setSearchParams] = useSearchParams();
  const key = searchParams.toString();
  const filter = fromSearchParams(searchParams);
  const [chosen, setChosen] = useState<Chosen>({ key, grants: NONE });
  // Changing the filter clears the selection.
  const selected = chosen.key === key ? chosen.grants : NONE;
  const [action, setAction] = useState<BulkAction>();
  const grants = usePages(
    useCallback(
      (cursor: string | undefined, signal: AbortSignal) =>
        api.grants(toQuery(fromSearchParams(new URLSearchParams(key))), cursor, signal),
      [api, key],
    ),
  );
  const select = (some: Grant[], wanted: boolean) => {
    setChosen((before) => {
      const after = new Map(before.key === key ? before.grants : NONE);
      for (const grant of some) {
        if (wanted) {
          after.set(grant.id, grant);
        } else {
          after.delete(grant.id);
        }
      }
      return { key, grants: after };
    });
  };
  return (
    <section aria-label={i18n.t("admin.access")}>
      <GrantActions filter={filter} />
      <GrantFilters
        filter={filter}
        grants={grants.items}
        onChange={(next) => {
          setSearchParams(toSearchParams(next));
        }}
      />
      {mayManage && filter.status !== "ENDED" && (
        <SelectionBar
          key={key}
          filter={filter}
          grants={grants.items}
          selected={selected}
          onSelect={select}
          onStart={setAction}
        />
      )}
      <PagedList pages={grants} none={i18n.t("admin.access.none")}>
        <GrantTable grants={grants.items} selected={mayManage ? selected : undefined} onSelect={select} />
      </PagedList>
      {action && (
        <BulkChange
          action={action}
          grants={[...selected.values()]}
          onClose={() => {
            setAction(undefined);
          }}
          onDone={() => {
            setChosen({ key, grants: NONE });
            grants.reload();
          }}
        />
      )}
    </section>
  );
}
