import type { PageContext } from "../bridge/context";
import { isAborted, Refused, SignedOut, Unreachable } from "./failures";
import type { Problem } from "./types";

/** Longer than the server needs for the largest change. */
const PATIENCE = 30_000;

export interface Request {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  query?: Record<string, string | number | null | undefined>;
  body?: unknown;
  /** A CSV file, instead of a body. */
  file?: Blob;
  /** Whether the answer is a text, not JSON. */
  text?: boolean;
  /** Milliseconds to wait for the answer at most. */
  patience?: number;
  idempotencyKey?: string;
  signal?: AbortSignal;
}

export type Call = <T>(path: string, request?: Request) => Promise<T>;

/** Where people ask. */
export function doorOfPeople(context: PageContext) {
  return `${context.serverBaseUrl}/realms/${encodeURIComponent(context.realm)}/relais/`;
}

/** Where administrators ask: all that concerns the realm, ours is below. */
export function doorOfAdministrators(context: PageContext) {
  return `${context.adminBaseUrl}/admin/realms/${encodeURIComponent(context.realm)}/`;
}

/** Asks below an address, with a token of the console; throws the kinds of failures. */
export function client(context: PageContext, base = doorOfPeople(context)): Call {
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
    const answer = await reach(base + path + query(request.query), {
      method: request.method ?? "GET",
      headers,
      body: request.file ?? (request.body === undefined ? undefined : JSON.stringify(request.body)),
      signal: patience(request),
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
export const segment = encodeURIComponent;

function patience(request: Request) {
  const limit = AbortSignal.timeout(request.patience ?? PATIENCE);
  return request.signal ? AbortSignal.any([request.signal, limit]) : limit;
}

async function token(context: PageContext) {
  try {
    return await context.getAccessToken();
  } catch (failure) {
    throw failure instanceof Unreachable || !navigator.onLine ? new Unreachable() : new SignedOut();
  }
}

async function reach(address: string, init: RequestInit) {
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

/** None where somebody between us and the server has answered. */
function problems(text: string): Problem[] {
  try {
    const body = JSON.parse(text) as Partial<Problem> & { errors?: Partial<Problem>[] };
    return (body.errors ?? [body]).filter((problem): problem is Problem => Boolean(problem.errorMessage));
  } catch {
    return [];
  }
}
