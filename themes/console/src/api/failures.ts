import type { Problem } from "./types";

/** The server has understood and says no. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problems: Problem[],
    /** Seconds to wait before the next try; 0 if the server does not say. */
    readonly wait = 0,
  ) {
    super(problems[0]?.errorMessage ?? `HTTP ${String(status)}`);
  }
}

/** Nobody is signed in any more. */
export class SignedOut extends Error {}

/** No answer came: whether the server has done it is not known. */
export class Unreachable extends Error {}

/** Whether the page itself has given up the request; nothing has failed. */
export function isAborted(failure: unknown) {
  return typeof failure === "object" && failure !== null && "name" in failure && failure.name === "AbortError";
}
