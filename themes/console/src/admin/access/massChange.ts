import type { Administration } from "../../api/administration";
import type { Grant, GrantChangedLine } from "../../api/types";
import type { GrantQuery } from "../../api/administration";

/** As many as the server changes in one call. */
const AT_ONCE = 500;

/** As many as the server lists at once. */
const LARGEST_PAGE = 100;

/** More than that are not chosen at once. */
export const MOST = 5_000;

export interface Renewal {
  endsOn: string;
  reason?: string;
}

/** Ends grants, or renews them, some hundred at a time; gives what became of them as soon as it is known. */
export async function changeAll(
  api: Administration,
  ids: string[],
  renewal: Renewal | undefined,
  changed: (lines: GrantChangedLine[]) => void,
) {
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const { lines } = await (renewal
      ? api.renewGrants({ ids: some, endsOn: renewal.endsOn, reason: renewal.reason })
      : api.endGrants({ ids: some }));
    changed(lines);
  }
}

/** All that a filter finds, as far as that is a number somebody can answer for; and whether there is more. */
export async function findAll(api: Administration, query: GrantQuery) {
  const found: Grant[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await api.grants({ ...query, max: LARGEST_PAGE }, cursor ?? undefined);
    found.push(...page.items);
    cursor = page.next;
  } while (cursor && found.length < MOST);
  return { grants: found.slice(0, MOST), more: Boolean(cursor) || found.length > MOST };
}
