import { useEffect, useRef } from "react";

/** Reloads when the version changes, that is when something elsewhere has changed what is shown here. */
export function useReloadOn(version: number, reload: () => void) {
  const seen = useRef(version);
  useEffect(() => {
    if (seen.current !== version) {
      seen.current = version;
      reload();
    }
  }, [version, reload]);
}
