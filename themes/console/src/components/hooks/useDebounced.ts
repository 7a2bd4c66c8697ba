import { useEffect, useState } from "react";

/** The value once it has stopped changing for a while: a search runs when typing pauses, not at each letter. */
export function useDebounced<T>(value: T, milliseconds = 250) {
  const [delayed, setDelayed] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setDelayed(value);
    }, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [value, milliseconds]);
  return delayed;
}
