import { useCallback, useState } from "react";
import type { Page } from "../../api/types";
import { useLoad } from "./useLoad";

export interface Pages<T> {
  items: T[];
  loading: boolean;
  /** Whether the first page is still loading. */
  starting: boolean;
  failure?: unknown;
  /** Absent at the end of the list. */
  more?: () => void;
  reload: () => void;
}

interface Earlier<T> {
  of?: unknown;
  cursor?: string;
  items: T[];
}

/** Loads a list page by page. Wrap the function in useCallback. */
export function usePages<T>(load: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<T>>): Pages<T> {
  const [kept, setKept] = useState<Earlier<T>>({ items: [] });
  const earlier: Earlier<T> = kept.of === load ? kept : { items: [] };
  const { cursor } = earlier;
  const page = useLoad(useCallback((signal) => load(cursor, signal), [load, cursor]));
  const { value, reload } = page;
  const next = value?.next;
  const items = value ? [...earlier.items, ...value.items] : earlier.items;
  return {
    items,
    loading: page.loading,
    starting: page.loading && !value && earlier.items.length === 0,
    failure: page.failure,
    more: next
      ? () => {
          setKept({ of: load, cursor: next, items });
        }
      : undefined,
    reload: () => {
      if (cursor) {
        setKept({ items: [] });
      } else {
        reload();
      }
    },
  };
}
