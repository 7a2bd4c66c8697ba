import { parseHash, SECTION } from "./address";
import { consoleRouter } from "./console";

/** Gives the console's own router our page; tells whether it took it. */
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
        // The server says who may see what; the console would let in none but those who see the whole realm.
        handle: { access: "anyone" },
      },
    ]);
    const { section } = parseHash(window.location.hash);
    if (section) {
      // The address has been found to lead nowhere before we came.
      await router.navigate(window.location.hash.slice(1), { replace: true });
    }
    return true;
  } catch (failure) {
    console.warn("Relais: the console does not take our page; it is shown in front of it", failure);
    return false;
  }
}
