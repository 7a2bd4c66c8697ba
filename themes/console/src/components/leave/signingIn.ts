/** The page where one signs in, where the browser tells where it goes; older ones do not. */
const SIGN_IN = "/protocol/openid-connect/auth";

/** Milliseconds after which whoever is still here has not left. */
const TIMEOUT_MS = 10_000;

interface Navigating extends Event {
  destination: { url: string };
}

let until = 0;

/** To be called before the page is left for signing in. */
export function signingIn() {
  until = Date.now() + TIMEOUT_MS;
}

/** Whether the page is being left for signing in, by us or by the console. */
export function isSigningIn() {
  return Date.now() < until;
}

(window as { navigation?: EventTarget }).navigation?.addEventListener("navigate", (event) => {
  const { pathname } = new URL((event as Navigating).destination.url);
  if (pathname.endsWith(SIGN_IN)) {
    signingIn();
  }
});
