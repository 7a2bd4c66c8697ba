import { useEffect, useState } from "react";

/** Counts the seconds down to 0, then calls back. */
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
