import { setting } from "./console";
import { accessToken } from "./token";

/** Milliseconds before a failed request is repeated. */
const RETRY_DELAY_MS = 10_000;

const known = new Map<string, Promise<boolean>>();

/** Whether the person signed in may see our section of a realm; requested once per realm. */
export function canViewSection(realm: string) {
  const answer = known.get(realm) ?? fetchCapability(realm);
  known.set(realm, answer);
  answer.catch(() => window.setTimeout(() => known.delete(realm), RETRY_DELAY_MS));
  return answer;
}

async function fetchCapability(realm: string) {
  const answer = await fetch(
    `${setting("adminBaseUrl").replace(/\/+$/, "")}/admin/realms/${encodeURIComponent(realm)}/relais/me`,
    { headers: { Authorization: `Bearer ${await accessToken()}` } },
  );
  if (answer.status >= 500) {
    throw new Error("The server does not answer");
  }
  return answer.ok;
}
