import { parseHash, SECTION } from "./address";
import { consoleRouter } from "./console";

/** Adds our page to the console's own router; says whether that worked. */
export async function addRoute(element: string) {
  const router = consoleRouter();
  if (!router) {
    return false;
  }
  try {
    // The console's own React, as its import map names it.
    const name = "react";
    const { createElement } = (await import(/* @vite-ignore */ name)) as typeof import("react");
    router.patchRoutes(router.routes[0]?.id ?? "", [
      {
        id: "relais",
        path: `/:realm/${SECTION}/*`,
        element: createElement(element),
        // The server decides who may see what; the console would admit only people who may see the whole realm.
        handle: { access: "anyone" },
      },
    ]);
    const { section } = parseHash(window.location.hash);
    if (section) {
      // The console found no page at this address before ours was added.
      await router.navigate(window.location.hash.slice(1), { replace: true });
    }
    return true;
  } catch (failure) {
    console.warn("Relais: the console does not take our page; it is shown in front of it", failure);
    return false;
  }
}
