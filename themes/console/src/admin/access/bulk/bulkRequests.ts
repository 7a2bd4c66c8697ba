import type { AdminApi } from "../../../api/adminApi";
import type { Grant, GrantChangedLine } from "../../../api/types";
import type { GrantQuery } from "../../../api/adminApi";

/** As many as the server changes in one call. */
const BATCH_SIZE = 500;

/** As many as the server lists at once. */
const MAX_PAGE_SIZE = 100;

/** More than that are not chosen at once. */
export const MAX_SELECTION = 5_000;

export type BulkAction = "renew" | "end";

export interface Renewal {
  endsOn: string;
  reason?: string;
}

/** Ends grants, or renews them, some hundred at a time; gives what became of them as soon as it is known. */
export async function changeAll(
  api: AdminApi,
  ids: string[],
  renewal: Renewal | undefined,
  changed: (lines: GrantChangedLine[]) => void,
) {
  for (let from = 0; from < ids.length; from += BATCH_SIZE) {
    const some = ids.slice(from, from + BATCH_SIZE);
    const { lines } = await (renewal
      ? api.renewGrants({ ids: some, endsOn: renewal.endsOn, reason: renewal.reason })
      : api.endGrants({ ids: some }));
    changed(lines);
  }
}

/** All that a filter finds, as far as that is a number somebody can answer for; and whether there is more. */
export async function findAll(api: AdminApi, query: GrantQuery) {
  const found: Grant[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await api.grants({ ...query, max: MAX_PAGE_SIZE }, cursor ?? undefined);
    found.push(...page.items);
    cursor = page.next;
  } while (cursor && found.length < MAX_SELECTION);
  return { grants: found.slice(0, MAX_SELECTION), more: Boolean(cursor) || found.length > MAX_SELECTION };
}
