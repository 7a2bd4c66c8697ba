import type { Problem } from "../../api/types";
import { InlineAlert } from "../../components/feedback/InlineAlert";
import { useI18n } from "../../components/provider/I18nProvider";

/** Warnings: what an administrator should put right. */
export function WarningList({ warnings }: { warnings: Problem[] }) {
  const i18n = useI18n();
  if (warnings.length === 0) {
    return <InlineAlert variant="success" title={i18n.t("status.noWarning")} />;
  }
  return (
    <section aria-labelledby="relais-warnings" className="relais-warnings">
      <h2 id="relais-warnings">{i18n.count("status.warnings", warnings.length)}</h2>
      {warnings.map((warning) => (
        <InlineAlert key={warning.errorMessage} variant="warning" title={warning.errorMessage} />
      ))}
    </section>
  );
}
