import { useEffect, useRef } from "react";

/** Loads again when the number becomes another: something elsewhere has changed what is shown here. */
export function useTurn(turn: number, reload: () => void) {
  const seen = useRef(turn);
  useEffect(() => {
    if (seen.current !== turn) {
      seen.current = turn;
      reload();
    }
  }, [turn, reload]);
}
