import type { Pages } from "./usePages";
import { Failure } from "./Failure";
import { ActButton } from "./ActButton";
import { useWords } from "./Surroundings";

/** The end of a list that has more to show, or could not show it. */
export function More({ pages }: { pages: Pages<unknown> }) {
  const words = useWords();
  if (pages.failure) {
    return <Failure failure={pages.failure} retry={pages.reload} />;
  }
  return pages.more || (pages.loading && !pages.starting) ? (
    <ActButton variant="link" isInline busy={pages.loading} onClick={pages.more}>
      {words.t("more")}
    </ActButton>
  ) : null;
}
