import { type MouseEvent, useMemo, useSyncExternalStore } from "react";
import { PAGE_SHOWN } from "../bridge/element";

export const TABS = ["members", "managers", "journal"] as const;
export type Tab = (typeof TABS)[number];

export type Route = { page: "groups" } | { page: "access" } | { page: "group"; id: string; tab: Tab };

const ROUTE_CHANGED = "relais-route";

/** The current route. It is in the fragment of the address, which the console leaves alone. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}

export function addressOf(route: Route) {
  if (route.page === "group") {
    return `#/groups/${encodeURIComponent(route.id)}${route.tab === "members" ? "" : `/${route.tab}`}`;
  }
  return route.page === "access" ? "#/my-access" : "#/";
}

export function navigate(route: Route) {
  if (window.location.hash !== addressOf(route)) {
    // The console's router keeps its own state; it need not hear of a step within the page.
    window.history.pushState(window.history.state, "", addressOf(route));
    window.dispatchEvent(new Event(ROUTE_CHANGED));
  }
}

/** The attributes of a link: followed within the page, unless people ask for a new tab. */
export function linkTo(route: Route) {
  return {
    href: addressOf(route),
    onClick: (event: MouseEvent) => {
      if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        navigate(route);
      }
    },
  };
}

export function parseRoute(hash: string): Route {
  const [page, id, tab] = hash.replace(/^#\/?/, "").split("/");
  if (page === "groups" && id) {
    return { page: "group", id: decodeURIComponent(id), tab: TABS.find((known) => known === tab) ?? "members" };
  }
  return page === "my-access" ? { page: "access" } : { page: "groups" };
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
