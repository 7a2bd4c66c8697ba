import type { PageContext } from "../bridge/context";
import { isAborted, Refused, SignedOut, Unreachable } from "./failures";
import type { Problem } from "./types";

/** Longer than the server takes for the largest change. */
const TIMEOUT_MS = 30_000;

export interface Request {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  query?: Record<string, string | number | null | undefined>;
  body?: unknown;
  /** A CSV file, sent instead of a body. */
  file?: Blob;
  /** Whether the response is text, not JSON. */
  text?: boolean;
  /** The longest time to wait for the response, in milliseconds. */
  timeout?: number;
  idempotencyKey?: string;
  signal?: AbortSignal;
}

export type ApiClient = <T>(path: string, request?: Request) => Promise<T>;

/** The API of managers, which people call with their own token. */
export function managerApiBase(context: PageContext) {
  return `${context.serverBaseUrl}/realms/${encodeURIComponent(context.realm)}/relais/`;
}

/** Keycloak’s Admin API of the realm; that of Relais is below it, at `relais/`. */
export function adminApiBase(context: PageContext) {
  return `${context.adminBaseUrl}/admin/realms/${encodeURIComponent(context.realm)}/`;
}

/** Sends requests to an API with a token of the console. Throws `Refused`, `SignedOut` or `Unreachable`. */
export function createClient(context: PageContext, base = managerApiBase(context)): ApiClient {
  return async <T>(path: string, request: Request = {}) => {
    const headers: Record<string, string> = {
      Accept: request.text ? "*/*" : "application/json",
      "Accept-Language": context.locale,
      Authorization: `Bearer ${await token(context)}`,
    };
    if (request.file) {
      headers["Content-Type"] = "text/csv";
    } else if (request.body !== undefined) {
      headers["Content-Type"] = "application/json";
    }
    if (request.idempotencyKey) {
      headers["Idempotency-Key"] = request.idempotencyKey;
    }
    const answer = await send(base + path + query(request.query), {
      method: request.method ?? "GET",
      headers,
      body: request.file ?? (request.body === undefined ? undefined : JSON.stringify(request.body)),
      signal: abortSignal(request),
    });
    if (answer.status === 401) {
      throw new SignedOut();
    }
    const text = await answer.text();
    if (!answer.ok) {
      throw new Refused(answer.status, problems(text), Number(answer.headers.get("Retry-After")) || 0);
    }
    return (request.text ? text : text ? JSON.parse(text) : undefined) as T;
  };
}

/** A segment of a path. */
export const pathSegment = encodeURIComponent;

function abortSignal(request: Request) {
  const limit = AbortSignal.timeout(request.timeout ?? TIMEOUT_MS);
  return request.signal ? AbortSignal.any([request.signal, limit]) : limit;
}

async function token(context: PageContext) {
  try {
    return await context.getAccessToken();
  } catch (failure) {
    throw failure instanceof Unreachable || !navigator.onLine ? new Unreachable() : new SignedOut();
  }
}

async function send(address: string, init: RequestInit) {
  let answer;
  try {
    answer = await fetch(address, init);
  } catch (failure) {
    throw isAborted(failure) ? failure : new Unreachable();
  }
  if (answer.status >= 500) {
    throw new Unreachable();
  }
  return answer;
}

function query(parameters: Request["query"] = {}) {
  const given = Object.entries(parameters).flatMap(([name, value]) =>
    value === null || value === undefined || value === "" ? [] : [[name, String(value)]],
  );
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : "";
}

/** The problems in an error response; none if a proxy in between answered. */
function problems(text: string): Problem[] {
  try {
    const body = JSON.parse(text) as Partial<Problem> & { errors?: Partial<Problem>[] };
    return (body.errors ?? [body]).filter((problem): problem is Problem => Boolean(problem.errorMessage));
  } catch {
    return [];
  }
}
