import { Button } from "@patternfly/react-core";
import type { Pages } from "./usePages";
import { Failure } from "./Failure";
import { useWords } from "./Surroundings";

/** The end of a list that has more to show, or could not show it. */
export function More({ pages }: { pages: Pages<unknown> }) {
  const words = useWords();
  if (pages.failure) {
    return <Failure failure={pages.failure} retry={pages.reload} />;
  }
  return pages.more || (pages.loading && !pages.starting) ? (
    <Button variant="link" isInline isLoading={pages.loading} isDisabled={pages.loading} onClick={pages.more}>
      {words.t("more")}
    </Button>
  ) : null;
}
