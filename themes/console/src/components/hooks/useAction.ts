import { useRef, useState } from "react";

/** Runs one action at a time, however often the button is pressed, and keeps its failure. */
export function useAction() {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const perform = async (work: () => Promise<unknown>) => {
    if (running.current) {
      return;
    }
    running.current = true;
    setBusy(true);
    setFailure(undefined);
    try {
      await work();
    } catch (problem) {
      setFailure(problem);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { perform, busy, failure };
}
