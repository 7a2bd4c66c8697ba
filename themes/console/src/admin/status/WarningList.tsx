import type { Problem } from "../../api/types";
import { Notice } from "../../components/Notice";
import { useWords } from "../../components/Surroundings";

/** What an administrator should put right. */
export function WarningList({ warnings }: { warnings: Problem[] }) {
  const words = useWords();
  if (warnings.length === 0) {
    return <Notice variant="success" title={words.t("status.noWarning")} />;
  }
  return (
    <section aria-labelledby="relais-warnings" className="relais-warnings">
      <h2 id="relais-warnings">{words.count("status.warnings", warnings.length)}</h2>
      {warnings.map((warning) => (
        <Notice key={warning.errorMessage} variant="warning" title={warning.errorMessage} />
      ))}
    </section>
  );
}
