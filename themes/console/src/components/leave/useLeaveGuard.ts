import { useEffect, useRef, useState } from "react";

import { isSigningIn } from "./signingIn";

const OWN_ELEMENTS = "relais-groups, relais-admin";

/**
 * While there are unconfirmed changes, the browser asks before it closes or leaves the tab, and a link of the console that
 * leaves our page waits until people confirm. Signing in again loses nothing and is not held back.
 */
export function useLeaveGuard(active: boolean) {
  const [link, setLink] = useState<HTMLAnchorElement>();
  const passing = useRef(false);

  useEffect(() => {
    if (!active) {
      return undefined;
    }
    const unload = (event: BeforeUnloadEvent) => {
      if (isShown() && !isSigningIn()) {
        event.preventDefault();
      }
    };
    const click = (event: MouseEvent) => {
      const target = event.target instanceof Element ? event.target.closest("a") : null;
      if (target && !passing.current && isShown() && leads(target, event)) {
        event.preventDefault();
        event.stopPropagation();
        setLink(target);
      }
    };
    window.addEventListener("beforeunload", unload);
    document.addEventListener("click", click, true);
    return () => {
      window.removeEventListener("beforeunload", unload);
      document.removeEventListener("click", click, true);
    };
  }, [active]);

  return {
    asking: link !== undefined,
    stay: () => {
      setLink(undefined);
    },
    leave: () => {
      setLink(undefined);
      passing.current = true;
      link?.click();
      passing.current = false;
    },
  };
}

/** The console removes our element from the document before our page is notified. */
function isShown() {
  return document.querySelector(OWN_ELEMENTS) !== null;
}

/** Whether the link leaves our page in this tab. */
function leads(link: HTMLAnchorElement, event: MouseEvent) {
  const elsewhere =
    link.href !== "" &&
    (link.pathname !== window.location.pathname || (link.hash !== "" && link.hash !== window.location.hash));
  const here = link.target === "" && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  return elsewhere && here && !link.closest(OWN_ELEMENTS);
}
