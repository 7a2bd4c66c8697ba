/** Path of the sign-in page. Recent browsers say where a navigation goes, older ones do not. */
const SIGN_IN = "/protocol/openid-connect/auth";

/** Milliseconds after which a person who is still here has not left. */
const TIMEOUT_MS = 10_000;

interface Navigating extends Event {
  destination: { url: string };
}

let until = 0;

/** Call this before leaving the page for the sign-in page. */
export function signingIn() {
  until = Date.now() + TIMEOUT_MS;
}

/** Whether we or the console are leaving for the sign-in page. */
export function isSigningIn() {
  return Date.now() < until;
}

(window as { navigation?: EventTarget }).navigation?.addEventListener("navigate", (event) => {
  const { pathname } = new URL((event as Navigating).destination.url);
  if (pathname.endsWith(SIGN_IN)) {
    signingIn();
  }
});
