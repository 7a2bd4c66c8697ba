import { Label } from "@patternfly/react-core";
import type { Grant } from "../../api/types";
import { useWords } from "../../components/Surroundings";

const CAUSES = [
  "EXPIRED",
  "REMOVED",
  "LEFT_GROUP",
  "PERSON_REMOVED",
  "GROUP_REMOVED",
  "PRIVILEGED_GROUP",
  "REGULARISED",
] as const;

/** Whether an access runs, waits or is over, and why. */
export function GrantState({ grant }: { grant: Grant }) {
  const words = useWords();
  if (grant.status === "ENDED") {
    const cause = CAUSES.find((known) => known === grant.endCause);
    return <Label isCompact>{words.t(cause ? `cause.${cause}` : "filter.status.ENDED")}</Label>;
  }
  return (
    <Label isCompact color={grant.status === "ACTIVE" ? "blue" : "orange"}>
      {words.t(`filter.status.${grant.status}`)}
    </Label>
  );
}
