import { useEffect, useRef, useState } from "react";

import { isSigningIn } from "./signingIn";

const OWN_ELEMENTS = "relais-groups, relais-admin";

/**
 * While there is something to lose: the browser asks before the tab is closed or left, and a link of the console outside of
 * our page is held back until people have said that they mean it. Nothing is lost by signing in again.
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

/** The console takes our element out of the document before our page hears of it. */
function isShown() {
  return document.querySelector(OWN_ELEMENTS) !== null;
}

/** Whether a link leads away, in this tab. */
function leads(link: HTMLAnchorElement, event: MouseEvent) {
  const elsewhere =
    link.href !== "" &&
    (link.pathname !== window.location.pathname || (link.hash !== "" && link.hash !== window.location.hash));
  const here = link.target === "" && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  return elsewhere && here && !link.closest(OWN_ELEMENTS);
}
