import type { Grant } from "../../api/types";

/** Whom a grant is for: the person, or what is awaited. */
export function granteeName(grant: Grant) {
  return grant.personName ?? grant.identifier ?? grant.userId ?? "";
}
