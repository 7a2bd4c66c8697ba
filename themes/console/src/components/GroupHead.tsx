import type { WholeGroup } from "../api/types";
import { Opens } from "./Opens";
import { useWords } from "./Surroundings";
import { Heading } from "./Heading";

/** What a group is and what it opens. */
export function GroupHead({ group, quiet }: { group: WholeGroup; quiet: boolean }) {
  const words = useWords();
  return (
    <Heading title={`${group.label} – ${group.school.name}`} quiet={quiet}>
      <p className="relais-lead">
        <span className="relais-technical">{group.name}</span>
        {group.description && <span> · {group.description}</span>}
      </p>
      <section className="relais-opening" aria-label={words.t("group.opens")}>
        <h2>{words.t("group.opens")}</h2>
        <Opens applications={group.applications} />
      </section>
    </Heading>
  );
}
