import { useEffect } from "react";

/** Milliseconds between two looks. */
const PACE = 5_000;

/** Looks again and again while something goes on. */
export function usePoll(active: boolean, look: () => void) {
  useEffect(() => {
    if (!active) {
      return undefined;
    }
    const timer = window.setInterval(() => {
      if (!document.hidden) {
        look();
      }
    }, PACE);
    return () => {
      window.clearInterval(timer);
    };
  }, [active, look]);
}
