import { useEffect } from "react";

/** Milliseconds between two looks. */
const INTERVAL_MS = 5_000;

/** Looks again and again while something goes on. */
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
