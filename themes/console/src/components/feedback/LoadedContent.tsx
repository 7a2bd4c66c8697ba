import type { ReactNode } from "react";
import { FailureAlert } from "./FailureAlert";
import type { Loaded } from "../hooks/useLoad";
import { LoadingSkeleton } from "./LoadingSkeleton";

interface Props<T> {
  loaded: Loaded<T>;
  children: (value: T) => ReactNode;
}

/** Shows a skeleton while the value is loading, an alert if that failed, then the content. */
export function LoadedContent<T>({ loaded, children }: Props<T>) {
  return (
    <>
      {loaded.failure !== undefined && <FailureAlert failure={loaded.failure} onRetry={loaded.reload} />}
      {loaded.loading && loaded.value === undefined && <LoadingSkeleton lines={5} />}
      {loaded.value !== undefined && children(loaded.value)}
    </>
  );
}
