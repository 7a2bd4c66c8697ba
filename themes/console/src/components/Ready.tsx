import type { ReactNode } from "react";
import { Failure } from "./Failure";
import type { Loaded } from "./useLoad";
import { Waiting } from "./Waiting";

interface Props<T> {
  of: Loaded<T>;
  children: (value: T) => ReactNode;
}

/** Something that is loaded, while it is awaited, when it failed, and when it is there. */
export function Ready<T>({ of, children }: Props<T>) {
  return (
    <>
      {of.failure !== undefined && <Failure failure={of.failure} retry={of.reload} />}
      {of.loading && of.value === undefined && <Waiting lines={5} />}
      {of.value !== undefined && children(of.value)}
    </>
  );
}
