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
  "DELEGATION_CONFIRMED",
  "LINES_REFUSED",
  "WOULD_REFUSE",
] as const;

const NAMES = ["school", "person", "actor", "action", "from", "to"] as const;

/** Reads the filter from the address. */
export function fromSearchParams(params: URLSearchParams): JournalQuery {
  return Object.fromEntries(
    NAMES.flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : [])),
  ) as JournalQuery;
}

/** Writes the filter into the address; empty values are left out. */
export function toSearchParams(filter: JournalQuery) {
  return new URLSearchParams(
    NAMES.flatMap((name) => {
      const value = filter[name];
      return value ? [[name, value]] : [];
    }),
  );
}
