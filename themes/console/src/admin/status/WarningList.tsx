import { Alert } from "@patternfly/react-core";
import type { Problem } from "../../api/types";
import { useWords } from "../../components/Surroundings";

/** What an administrator should put right. */
export function WarningList({ warnings }: { warnings: Problem[] }) {
  const words = useWords();
  if (warnings.length === 0) {
    return <Alert isInline variant="success" component="p" title={words.t("status.noWarning")} />;
  }
  return (
    <section aria-labelledby="relais-warnings" className="relais-warnings">
      <h2 id="relais-warnings">{words.count("status.warnings", warnings.length)}</h2>
      {warnings.map((warning) => (
        <Alert key={warning.errorMessage} isInline variant="warning" component="p" title={warning.errorMessage} />
      ))}
    </section>
  );
}
