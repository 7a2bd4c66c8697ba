import type { Administration } from "../../api/administration";
import type { GrantChangedLine } from "../../api/administrationTypes";
import type { Grant } from "../../api/types";
import type { GrantQuery } from "../../api/administration";

/** As many as the server changes in one call. */
const AT_ONCE = 500;

/** More than that are not chosen at once. */
export const MOST = 5_000;

export interface Renewal {
  endsOn: string;
  reason?: string;
}

/** Ends grants, or renews them, some hundred at a time; tells how far it is. */
export async function changeAll(
  api: Administration,
  ids: string[],
  renewal: Renewal | undefined,
  progress: (done: number) => void,
) {
  const lines: GrantChangedLine[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const changed = await (renewal
      ? api.renewGrants({ ids: some, endsOn: renewal.endsOn, reason: renewal.reason })
      : api.endGrants({ ids: some }));
    lines.push(...changed.lines);
    progress(lines.length);
  }
  return lines;
}

/** All that a filter finds, as far as that is a number somebody can answer for. */
export async function findAll(api: Administration, query: GrantQuery) {
  const found: Grant[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await api.grants(query, cursor ?? undefined);
    found.push(...page.items);
    cursor = page.next;
  } while (cursor && found.length < MOST);
  return found.slice(0, MOST);
}
