import type { Grant } from "../../api/types";

/** The person a grant is for, by the identifier where the name may be chosen; or the identifier it is pending for. */
export function granteeName(grant: Grant) {
  return (
    (grant.personNameDeclared ? grant.personUsername : grant.personName) ??
    grant.personName ??
    grant.identifier ??
    grant.userId ??
    ""
  );
}
