import { useCallback, useEffect, useState } from "react";
import { isAborted } from "../../api/failures";

export interface Loaded<T> {
  /** The last value loaded; it stays during a reload. */
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
 * Loads a value, and loads it again when the function changes: wrap the function in useCallback. It aborts a request whose
 * response is no longer wanted.
 */
export function useLoad<T>(load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const [result, setResult] = useState<Result<T>>({});
  const [done, setDone] = useState<{ load?: unknown; attempt?: number }>({});

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
          setDone({ load, attempt });
        }
      });
    return () => {
      controller.abort();
    };
  }, [load, attempt]);

  const reload = useCallback(() => {
    setAttempt((before) => before + 1);
  }, []);
  const loading = done.load !== load || done.attempt !== attempt;
  const current = result.of === load ? result : {};
  return { value: current.value, failure: loading ? undefined : current.failure, loading, reload };
}
