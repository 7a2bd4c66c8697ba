import type { Grant } from "../../api/types";
import { actorOf } from "../../components/actor";
import { useWords } from "../../components/Surroundings";
import { Facts } from "../parts/Facts";
import { useLinks } from "../route";
import { GrantState } from "./GrantState";

/** All that is known of an access. */
export function GrantFacts({ grant }: { grant: Grant }) {
  const words = useWords();
  const to = useLinks();
  const by = (ref: Grant["grantedBy"] | undefined, at: string) =>
    words.t("grants.byAt", { name: actorOf(ref, words), moment: words.moment(at) });
  const ended =
    grant.endedBy && grant.endedAt ? [{ name: words.t("grants.ended"), value: by(grant.endedBy, grant.endedAt) }] : [];
  return (
    <Facts
      of={[
        { name: words.t("filter.status"), value: <GrantState grant={grant} /> },
        { name: words.t("grants.group"), value: <a href={to("groups", grant.groupId)}>{grant.groupName}</a> },
        { name: words.t("grants.from"), value: words.day(grant.startsOn) },
        { name: words.t("day.last"), value: words.weekday(grant.endsOn) },
        { name: words.t("reason.label"), value: grant.reason ?? "–" },
        { name: words.t("grants.given"), value: by(grant.grantedBy, grant.grantedAt) },
        ...ended,
      ]}
    />
  );
}
