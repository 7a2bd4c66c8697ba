import type { Grant, GrantChangedLine } from "../../../api/types";
import { granteeName } from "../../../components/grant/granteeName";
import { InlineAlert } from "../../../components/feedback/InlineAlert";
import { useI18n } from "../../../components/provider/I18nProvider";
import type { BulkAction } from "./bulkRequests";

interface Props {
  action: BulkAction;
  grants: Grant[];
  lines: GrantChangedLine[];
}

/** The result: how many were done, and which were refused and why. */
export function BulkResult({ action, grants, lines }: Props) {
  const i18n = useI18n();
  const refused = lines.filter((line) => line.outcome === "REFUSED");
  const done = lines.length - refused.length;
  const names = new Map(grants.map((grant) => [grant.id, `${granteeName(grant)} – ${grant.groupName ?? ""}`]));
  return (
    <>
      {done > 0 && <InlineAlert live variant="success" title={i18n.count(`grants.${action}.done`, done)} />}
      {refused.length > 0 && (
        <>
          <InlineAlert live variant="warning" title={i18n.count("grants.refused", refused.length)} />
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
