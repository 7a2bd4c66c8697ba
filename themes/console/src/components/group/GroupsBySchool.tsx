import type { AnchorHTMLAttributes } from "react";
import type { Group } from "../../api/types";
import { GroupRow } from "./GroupRow";

interface Props {
  groups: Group[];
  userId: string;
  linkTo: (group: Group) => AnchorHTMLAttributes<HTMLAnchorElement>;
}

/** A list of groups, school by school. */
export function GroupsBySchool({ groups, userId, linkTo }: Props) {
  return bySchool(groups).map(([first, ...others]) => (
    <section key={first.school.id} aria-label={first.school.name} className="relais-school">
      <h2>
        {first.school.name} <span className="relais-technical">{first.school.uai}</span>
      </h2>
      <ul className="relais-rows">
        {[first, ...others].map((group) => (
          <GroupRow key={group.id} group={group} userId={userId} link={linkTo(group)} />
        ))}
      </ul>
    </section>
  ));
}

function bySchool(groups: Group[]) {
  const schools = new Map<string, [Group, ...Group[]]>();
  for (const group of groups) {
    const known = schools.get(group.school.id);
    if (known) {
      known.push(group);
    } else {
      schools.set(group.school.id, [group]);
    }
  }
  return [...schools.values()];
}
