import { Unreachable } from "../api/failures";

/** How long the server may take to redirect the frame back. */
const TIMEOUT_MS = 10_000;

/**
 * A token for a person who is already signed in: the code flow with PKCE in a hidden frame that runs no script. Rejects if
 * nobody is signed in, with `Unreachable` if the server does not respond.
 */
export async function silentToken(server: string, { realm, clientId }: { realm: string; clientId: string }) {
  const verifier = random();
  const state = random();
  const back = window.location.origin + window.location.pathname;
  const endpoint = `${server.replace(/\/+$/, "")}/realms/${encodeURIComponent(realm)}/protocol/openid-connect`;
  const parameters = new URLSearchParams({
    client_id: clientId,
    redirect_uri: back,
    response_type: "code",
    response_mode: "query",
    scope: "openid",
    prompt: "none",
    state,
    code_challenge: await challenge(verifier),
    code_challenge_method: "S256",
  });
  const code = await codeFrom(`${endpoint}/auth?${parameters.toString()}`, state);
  const answer = await fetch(`${endpoint}/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: clientId,
      redirect_uri: back,
      code,
      code_verifier: verifier,
    }),
  }).catch(() => {
    throw new Unreachable();
  });
  if (answer.status >= 500) {
    throw new Unreachable();
  }
  if (!answer.ok) {
    throw new Error("Nobody is signed in");
  }
  const { access_token: token, expires_in: seconds } = (await answer.json()) as {
    access_token: string;
    expires_in: number;
  };
  return { token, seconds };
}

function codeFrom(address: string, state: string) {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-same-origin");
  frame.hidden = true;
  return new Promise<string>((found, failed) => {
    const timer = window.setTimeout(() => {
      failed(new Unreachable());
    }, TIMEOUT_MS);
    frame.addEventListener("load", () => {
      const answer = new URLSearchParams(frame.contentWindow?.location.search);
      const code = answer.get("code");
      window.clearTimeout(timer);
      if (code && answer.get("state") === state) {
        found(code);
      } else {
        failed(new Error("Nobody is signed in"));
      }
    });
    frame.src = address;
    document.body.append(frame);
  }).finally(() => {
    frame.remove();
  });
}

async function challenge(verifier: string) {
  return encoded(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(verifier))));
}

function random() {
  return encoded(crypto.getRandomValues(new Uint8Array(32)));
}

function encoded(bytes: Uint8Array) {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");
}
