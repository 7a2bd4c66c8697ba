import { useEffect } from "react";

/** Sets the title of the browser's tab, and restores it afterwards. */
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
