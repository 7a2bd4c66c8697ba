import type { PropsWithChildren } from "react";
import { Failure } from "./Failure";
import { More } from "./More";
import type { Pages } from "./usePages";
import { Waiting } from "./Waiting";

interface Props {
  pages: Pages<unknown>;
  /** What to say where there is nothing. */
  none: string;
}

/** A list that is loaded page by page, while it is awaited, when it failed, when it is empty, and when it is there. */
export function List({ pages, none, children }: PropsWithChildren<Props>) {
  const empty = pages.items.length === 0;
  return (
    <>
      {pages.starting && <Waiting lines={6} />}
      {pages.failure !== undefined && empty && <Failure failure={pages.failure} retry={pages.reload} />}
      {!pages.loading && !pages.failure && empty && <p className="relais-empty">{none}</p>}
      {!empty && children}
      {!empty && <More pages={pages} />}
    </>
  );
}
