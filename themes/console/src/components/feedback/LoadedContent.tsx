import type { ReactNode } from "react";
import { FailureAlert } from "./FailureAlert";
import type { Loaded } from "../hooks/useLoad";
import { LoadingSkeleton } from "./LoadingSkeleton";

interface Props<T> {
  loaded: Loaded<T>;
  children: (value: T) => ReactNode;
}

/** Something that is loaded, while it is awaited, when it failed, and when it is there. */
export function LoadedContent<T>({ loaded, children }: Props<T>) {
  return (
    <>
      {loaded.failure !== undefined && <FailureAlert failure={loaded.failure} onRetry={loaded.reload} />}
      {loaded.loading && loaded.value === undefined && <LoadingSkeleton lines={5} />}
      {loaded.value !== undefined && children(loaded.value)}
    </>
  );
}
