import type { JournalQuery } from "../../api/adminApi";

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
export function fromSearchParams(params: URLSearchParams): JournalQuery {
  return Object.fromEntries(
    NAMES.flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : [])),
  ) as JournalQuery;
}

/** The address of a filter; what is empty is not said. */
export function toSearchParams(filter: JournalQuery) {
  return new URLSearchParams(
    NAMES.flatMap((name) => {
      const value = filter[name];
      return value ? [[name, value]] : [];
    }),
  );
}
