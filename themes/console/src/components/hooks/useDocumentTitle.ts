import { useEffect } from "react";

/** Names the browser's tab, and gives it its name back. */
export function useDocumentTitle(title: string | undefined) {
  useEffect(() => {
    const before = document.title;
    if (title) {
      document.title = title;
    }
    return () => {
      document.title = before;
    };
  }, [title]);
}
