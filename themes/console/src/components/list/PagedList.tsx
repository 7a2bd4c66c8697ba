import type { PropsWithChildren } from "react";
import { FailureAlert } from "../feedback/FailureAlert";
import { LoadMore } from "./LoadMore";
import type { Pages } from "../hooks/usePages";
import { LoadingSkeleton } from "../feedback/LoadingSkeleton";

interface Props {
  pages: Pages<unknown>;
  /** What to say if the list is empty. */
  none: string;
}

/** A list that is loaded page by page: a skeleton first, then the items, a sentence if there are none, or an alert. */
export function PagedList({ pages, none, children }: PropsWithChildren<Props>) {
  const empty = pages.items.length === 0;
  return (
    <>
      {pages.starting && <LoadingSkeleton lines={6} />}
      {pages.failure !== undefined && empty && <FailureAlert failure={pages.failure} onRetry={pages.reload} />}
      {!pages.loading && !pages.failure && empty && <p className="relais-empty">{none}</p>}
      {!empty && children}
      {!empty && <LoadMore pages={pages} />}
    </>
  );
}
