import { useCallback, useEffect, useState } from "react";
import { isAborted } from "../api/failures";

export interface Loaded<T> {
  /** What was loaded last; it stays while it is loaded again. */
  value?: T;
  failure?: unknown;
  loading: boolean;
  reload: () => void;
}

interface Result<T> {
  of?: unknown;
  value?: T;
  failure?: unknown;
}

/**
 * Loads something, and again when the function changes: give it with useCallback. A question that is not asked any more is
 * aborted.
 */
export function useLoad<T>(load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [turn, setTurn] = useState(0);
  const [result, setResult] = useState<Result<T>>({});
  const [done, setDone] = useState<{ load?: unknown; turn?: number }>({});

  useEffect(() => {
    const controller = new AbortController();
    load(controller.signal)
      .then(
        (value) => {
          setResult({ of: load, value });
        },
        (failure: unknown) => {
          if (!isAborted(failure)) {
            setResult((before) => ({ of: load, value: before.of === load ? before.value : undefined, failure }));
          }
        },
      )
      .finally(() => {
        if (!controller.signal.aborted) {
          setDone({ load, turn });
        }
      });
    return () => {
      controller.abort();
    };
  }, [load, turn]);

  const reload = useCallback(() => {
    setTurn((before) => before + 1);
  }, []);
  const loading = done.load !== load || done.turn !== turn;
  const current = result.of === load ? result : {};
  return { value: current.value, failure: loading ? undefined : current.failure, loading, reload };
}
