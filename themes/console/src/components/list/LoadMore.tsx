import type { Pages } from "../hooks/usePages";
import { FailureAlert } from "../feedback/FailureAlert";
import { ActionButton } from "../form/ActionButton";
import { useI18n } from "../provider/I18nProvider";

/** The end of a list: loads the next page, or says why that failed. */
export function LoadMore({ pages }: { pages: Pages<unknown> }) {
  const i18n = useI18n();
  if (pages.failure) {
    return <FailureAlert failure={pages.failure} onRetry={pages.reload} />;
  }
  return pages.more || (pages.loading && !pages.starting) ? (
    <ActionButton variant="link" isInline busy={pages.loading} onClick={pages.more}>
      {i18n.t("more")}
    </ActionButton>
  ) : null;
}
