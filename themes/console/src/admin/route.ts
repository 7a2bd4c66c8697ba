import { useMemo, useSyncExternalStore } from "react";
import { toHash, parseHash } from "../bridge/address";
import { PAGE_SHOWN } from "../bridge/element";
import { usePageContext } from "../components/provider/RelaisProvider";

export const SECTIONS = ["access", "groups", "profiles", "schools", "applications", "journal", "status"] as const;
export type Section = (typeof SECTIONS)[number];

export interface Route {
  realm: string;
  section: Section;
  /** The rest of the path: an id, a part. */
  path: string[];
}

const ROUTE_CHANGED = "relais-route";

let latest = "";

/** The current route of the section; the last one while people are leaving the section. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, sectionHash);
  return useMemo(() => parseRoute(hash), [hash]);
}

/** Builds addresses within the section of the current realm. */
export function useLinks() {
  const { realm } = usePageContext();
  return useMemo(
    () =>
      (section: Section, ...path: string[]) =>
        toHash({ realm, path: [section, ...path] }),
    [realm],
  );
}

export function navigate(address: string) {
  window.location.hash = address;
}

/** The query of the address: it holds the filters, so that they survive a reload and a step back. */
export function useSearchParams(): [URLSearchParams, (params: URLSearchParams) => void] {
  const hash = useSyncExternalStore(subscribe, sectionHash);
  const params = useMemo(() => new URLSearchParams(hash.split("?")[1] ?? ""), [hash]);
  return [params, setSearchParams];
}

function setSearchParams(params: URLSearchParams) {
  const address = [window.location.hash.split("?")[0], params.toString()].filter(Boolean).join("?");
  window.history.replaceState(window.history.state, "", address);
  window.dispatchEvent(new Event(ROUTE_CHANGED));
}

export function parseRoute(hash: string): Route {
  const { section } = parseHash(hash);
  const [first, ...path] = section?.path ?? [];
  return { realm: section?.realm ?? "", section: SECTIONS.find((known) => known === first) ?? "access", path };
}

function sectionHash() {
  const { hash } = window.location;
  if (parseHash(hash).section) {
    latest = hash;
  }
  return latest;
}

function subscribe(changed: () => void) {
  const events = [ROUTE_CHANGED, PAGE_SHOWN, "popstate", "hashchange"];
  events.forEach((event) => {
    window.addEventListener(event, changed);
  });
  return () => {
    events.forEach((event) => {
      window.removeEventListener(event, changed);
    });
  };
}
