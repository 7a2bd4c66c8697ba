import { useEffect } from "react";

/** Milliseconds between two requests. */
const INTERVAL_MS = 5_000;

/** Reloads at intervals while something is in progress and the tab is visible. */
export function usePolling(active: boolean, look: () => void) {
  useEffect(() => {
    if (!active) {
      return undefined;
    }
    const timer = window.setInterval(() => {
      if (!document.hidden) {
        look();
      }
    }, INTERVAL_MS);
    return () => {
      window.clearInterval(timer);
    };
  }, [active, look]);
}
