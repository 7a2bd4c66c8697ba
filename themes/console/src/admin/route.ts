import { useMemo, useSyncExternalStore } from "react";
import { hashOf, placeIn } from "../bridge/address";
import { SHOWN } from "../bridge/element";
import { useConsole } from "../components/Surroundings";

export const SECTIONS = ["access", "groups", "profiles", "schools", "applications", "journal", "status"] as const;
export type Section = (typeof SECTIONS)[number];

export interface Route {
  realm: string;
  section: Section;
  /** What follows: an id, a part. */
  path: string[];
}

const CHANGED = "relais-route";

let latest = "";

/** Where in the section people are; where they were, while they are just leaving it. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, ours);
  return useMemo(() => read(hash), [hash]);
}

/** Addresses within the section of the realm that is shown. */
export function useLinks() {
  const { realm } = useConsole();
  return useMemo(
    () =>
      (section: Section, ...path: string[]) =>
        hashOf({ realm, path: [section, ...path] }),
    [realm],
  );
}

export function go(address: string) {
  window.location.hash = address;
}

/** What stands behind the ? of the address: filters, which so survive a reload and a step back. */
export function useAsked(): [URLSearchParams, (asked: URLSearchParams) => void] {
  const hash = useSyncExternalStore(subscribe, ours);
  const asked = useMemo(() => new URLSearchParams(hash.split("?")[1] ?? ""), [hash]);
  return [asked, ask];
}

function ask(asked: URLSearchParams) {
  const address = [window.location.hash.split("?")[0], asked.toString()].filter(Boolean).join("?");
  window.history.replaceState(window.history.state, "", address);
  window.dispatchEvent(new Event(CHANGED));
}

export function read(hash: string): Route {
  const { ours: place } = placeIn(hash);
  const [first, ...path] = place?.path ?? [];
  return { realm: place?.realm ?? "", section: SECTIONS.find((known) => known === first) ?? "access", path };
}

function ours() {
  const { hash } = window.location;
  if (placeIn(hash).ours) {
    latest = hash;
  }
  return latest;
}

function subscribe(changed: () => void) {
  const events = [CHANGED, SHOWN, "popstate", "hashchange"];
  events.forEach((event) => {
    window.addEventListener(event, changed);
  });
  return () => {
    events.forEach((event) => {
      window.removeEventListener(event, changed);
    });
  };
}
