import { Skeleton } from "@patternfly/react-core";
import { useI18n } from "../provider/I18nProvider";

/** Grey lines where the content is about to appear. */
export function LoadingSkeleton({ lines = 3 }: { lines?: number }) {
  const i18n = useI18n();
  return (
    <div className="relais-waiting" aria-busy="true">
      <span className="relais-unseen">{i18n.t("loading")}</span>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height="2.5rem" width={`${String(92 - ((line * 13) % 30))}%`} />
      ))}
    </div>
  );
}
