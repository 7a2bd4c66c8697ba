import { useSyncExternalStore } from "react";

let chosen: string | undefined;

/** The language of the console, which fires an event on the window when it changes. */
export function useLocale(atFirst: string) {
  return useSyncExternalStore(subscribe, () => chosen ?? atFirst);
}

function subscribe(changed: () => void) {
  const listen = (event: Event) => {
    const detail = (event as CustomEvent<{ language?: unknown } | null>).detail;
    if (typeof detail?.language === "string") {
      chosen = detail.language;
      changed();
    }
  };
  window.addEventListener("languageChanged", listen);
  return () => {
    window.removeEventListener("languageChanged", listen);
  };
}
