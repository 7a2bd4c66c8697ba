import type { Grant, GrantChangedLine } from "../../api/types";
import { nameOf } from "../../components/grant/nameOf";
import { Notice } from "../../components/Notice";
import { useWords } from "../../components/Surroundings";
import type { Act } from "./MassChange";

interface Props {
  kind: Act;
  grants: Grant[];
  lines: GrantChangedLine[];
}

/** What became of each: how many are done, and which are not and why. */
export function MassResult({ kind, grants, lines }: Props) {
  const words = useWords();
  const refused = lines.filter((line) => line.outcome === "REFUSED");
  const done = lines.length - refused.length;
  const names = new Map(grants.map((grant) => [grant.id, `${nameOf(grant)} – ${grant.groupName ?? ""}`]));
  return (
    <>
      {done > 0 && <Notice live variant="success" title={words.count(`grants.${kind}.done`, done)} />}
      {refused.length > 0 && (
        <>
          <Notice live variant="warning" title={words.count("grants.refused", refused.length)} />
          <ul className="relais-problems">
            {refused.map((line) => (
              <li key={line.grantId}>
                <strong>{names.get(line.grantId)}</strong>
                <span>{line.errors.map((error) => error.errorMessage).join(" ")}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
