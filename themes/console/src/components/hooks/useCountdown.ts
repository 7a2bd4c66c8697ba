import { useEffect, useState } from "react";

/** Seconds that are left, down to 0, then calls. */
export function useCountdown(seconds: number, over: () => void) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    if (left <= 0) {
      over();
      return undefined;
    }
    const timer = setTimeout(() => {
      setLeft(left - 1);
    }, 1_000);
    return () => {
      clearTimeout(timer);
    };
  }, [left, over]);
  return left;
}
