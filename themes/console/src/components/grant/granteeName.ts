import type { Grant } from "../../api/types";

/** The person a grant is for, or the identifier it is pending for. */
export function granteeName(grant: Grant) {
  return grant.personName ?? grant.identifier ?? grant.userId ?? "";
}
