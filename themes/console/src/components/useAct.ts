import { useRef, useState } from "react";

/** One act at a time, however often the button is pressed; keeps what went wrong. */
export function useAct() {
  const running = useRef(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const act = async (work: () => Promise<unknown>) => {
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
  return { act, busy, failure };
}
