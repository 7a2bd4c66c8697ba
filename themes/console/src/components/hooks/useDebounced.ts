import { useEffect, useState } from "react";

/** A value as it was when it last stood still for a while: what somebody types, without every letter of it. */
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
