import type { Problem } from "./types";

/** The server understood the request and refused it. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problems: Problem[],
    /** Seconds to wait before the next attempt; 0 if the server does not say. */
    readonly wait = 0,
  ) {
    super(problems[0]?.errorMessage ?? `HTTP ${String(status)}`);
  }
}

/** The session has ended. */
export class SignedOut extends Error {}

/** There was no response: whether the server did it is unknown. */
export class Unreachable extends Error {}

/** Whether the page itself has given up the request; nothing has failed. */
export function isAborted(failure: unknown) {
  return typeof failure === "object" && failure !== null && "name" in failure && failure.name === "AbortError";
}
