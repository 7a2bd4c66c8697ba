import { Label } from "@patternfly/react-core";
import type { Grant } from "../../api/types";
import { useI18n } from "../../components/provider/I18nProvider";

const CAUSES = [
  "EXPIRED",
  "REMOVED",
  "LEFT_GROUP",
  "PERSON_REMOVED",
  "GROUP_REMOVED",
  "PRIVILEGED_GROUP",
  "REGULARISED",
] as const;

/** The status of an access grant, and why it ended. */
export function GrantStatusLabel({ grant }: { grant: Grant }) {
  const i18n = useI18n();
  if (grant.status === "ENDED") {
    const cause = CAUSES.find((known) => known === grant.endCause);
    return <Label isCompact>{i18n.t(cause ? `cause.${cause}` : "filter.status.ENDED")}</Label>;
  }
  return (
    <Label isCompact color={grant.status === "ACTIVE" ? "blue" : "orange"}>
      {i18n.t(`filter.status.${grant.status}`)}
    </Label>
  );
}
