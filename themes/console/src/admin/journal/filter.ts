import type { JournalQuery } from "../../api/administration";

export const ACTIONS = [
  "GIVEN",
  "ACTIVATED",
  "CHANGED",
  "ENDED",
  "JOINED",
  "LEFT",
  "DELEGATED",
  "DELEGATION_ENDED",
  "WOULD_REFUSE",
] as const;

const NAMES = ["school", "person", "actor", "action", "from", "to"] as const;

/** What the address asks for. */
export function filterIn(asked: URLSearchParams): JournalQuery {
  return Object.fromEntries(
    NAMES.flatMap((name) => (asked.get(name) ? [[name, asked.get(name)]] : [])),
  ) as JournalQuery;
}

/** The address of a filter; what is empty is not said. */
export function asked(filter: JournalQuery) {
  return new URLSearchParams(
    NAMES.flatMap((name) => {
      const value = filter[name];
      return value ? [[name, value]] : [];
    }),
  );
}
