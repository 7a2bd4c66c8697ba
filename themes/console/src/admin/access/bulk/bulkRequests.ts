import type { AdminApi } from "../../../api/adminApi";
import type { Grant, GrantChangedLine } from "../../../api/types";
import type { GrantQuery } from "../../../api/adminApi";

/** The server changes at most this many in one request. */
const BATCH_SIZE = 500;

/** The server lists at most this many on one page. */
const MAX_PAGE_SIZE = 100;

/** At most this many are selected at once. */
export const MAX_SELECTION = 5_000;

export type BulkAction = "renew" | "end";

export interface Renewal {
  endsOn: string;
  reason?: string;
}

/** Ends or renews grants in batches, and reports the result of each batch. */
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

/** All grants that a filter finds, up to a maximum, and whether there are more. */
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
