import { parseHash } from "./address";
import { consoleClient, consoleLocale, consoleRouter, setting } from "./console";
import type { PageContext } from "./context";
import { definePage } from "./element";
import { maintainMenuEntry } from "./menuEntry";
import { maintainOverlay } from "./overlay";
import { addRoute } from "./route";
import { accessToken } from "./token";

/** The boot script of the Admin Console: all that people on other pages load. */

const ELEMENT = "relais-admin";

/** Parameter of the address that shows our page alone, whatever a new version of the console looks like. */
const STANDALONE_PARAMETER = "relais";

/** How long the console may take to show its first page. */
const TIMEOUT_MS = 15_000;

const locale = () => consoleLocale() ?? (document.documentElement.lang || navigator.language);

function adminContext(): PageContext {
  const withoutSlash = (address: string) => address.replace(/\/+$/, "");
  return {
    realm: parseHash(window.location.hash).realm || setting("realm"),
    serverBaseUrl: withoutSlash(setting("serverBaseUrl")),
    adminBaseUrl: withoutSlash(setting("adminBaseUrl")),
    authServerUrl: setting("authServerUrl"),
    locale: locale(),
    getAccessToken: accessToken,
    signIn() {
      void (consoleClient()?.login() ?? window.location.reload());
    },
  };
}

/** Waits until the console has something; gives up after a while. */
async function until<T>(found: () => T | undefined) {
  const end = Date.now() + TIMEOUT_MS;
  let value = found();
  while (value === undefined && Date.now() < end) {
    await new Promise((resume) => window.setTimeout(resume, 50));
    value = found();
  }
  return value;
}

async function start() {
  if (new URLSearchParams(window.location.search).has(STANDALONE_PARAMETER)) {
    // A silent login beside the console's own redirect to the login page would take away that page's cookies.
    await until(consoleClient);
    maintainOverlay(ELEMENT, true);
    return;
  }
  await until(consoleRouter);
  if (!(await addRoute(ELEMENT))) {
    maintainOverlay(ELEMENT, false);
  }
  await until(consoleLocale);
  maintainMenuEntry(() => (locale().startsWith("fr") ? "Accès anticipé" : "Early access"));
}

definePage(ELEMENT, async () => (await import("../admin/mount")).mount, adminContext);
void start();
